ALTER TABLE "operations" ADD COLUMN "job_state" text;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "job_ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "job_error" text;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "job_cause" text;--> statement-breakpoint
CREATE INDEX "operations_with_jobs" ON "operations" USING btree ("sent_at") WHERE "operations"."job_state" = 'running';--> statement-breakpoint
DROP TRIGGER operations_move ON operations;
--> statement-breakpoint
CREATE TRIGGER operations_move AFTER UPDATE ON operations
FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.job_state IS DISTINCT FROM NEW.job_state)
EXECUTE FUNCTION tell_change('operations');
