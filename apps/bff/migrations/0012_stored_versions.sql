ALTER TABLE "entered_specs" ADD COLUMN "spec_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "values_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "request_version" integer DEFAULT 1 NOT NULL;