CREATE INDEX "activity_age" ON "activity" USING btree ("at");--> statement-breakpoint
CREATE INDEX "operations_ended" ON "operations" USING btree ("settled_at");