-- One word for the state and for what users read. The audit trail stays as it was written: `activity` reads both words.
UPDATE "operations" SET "state" = 'needs-review' WHERE "state" = 'needs-person';
