DROP INDEX "drafts_workspace";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "started_by" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_workspace" ON "drafts" USING btree ("workspace_id","started_by");