DROP INDEX "activity_newest";--> statement-breakpoint
CREATE INDEX "activity_shown" ON "activity" USING btree ("workspace_id","id") WHERE "activity"."operation_id" is null or "activity"."action" = 'operation.requested';--> statement-breakpoint
CREATE INDEX "activity_of_operation" ON "activity" USING btree ("operation_id","id");--> statement-breakpoint
CREATE INDEX "operations_of_connector" ON "operations" USING btree ("workspace_id","cloud","connector_id");