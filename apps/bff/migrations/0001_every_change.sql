CREATE TABLE "deleted_connectors" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"id" text NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deleted_connectors_workspace_id_cloud_id_pk" PRIMARY KEY("workspace_id","cloud","id")
);
--> statement-breakpoint
CREATE TABLE "seen_members" (
	"workspace_id" uuid NOT NULL,
	"connector_id" text NOT NULL,
	"member_id" text NOT NULL,
	"member" jsonb NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seen_members_workspace_id_connector_id_member_id_pk" PRIMARY KEY("workspace_id","connector_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "connectors" ADD COLUMN "kept_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "sealed_ids" text;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deleted_connectors" ADD CONSTRAINT "deleted_connectors_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen_members" ADD CONSTRAINT "seen_members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- A create says of which cloud its request is.
UPDATE "operations" SET "request" = "request" - 'before' || jsonb_build_object('cloud', "cloud") WHERE "kind" = 'create-connector';--> statement-breakpoint
-- Of several open changes of one connector, only the newest stays open: from now on there is one at a time.
UPDATE "operations" AS "older" SET "state" = 'needs-person', "settled_at" = now(), "next_check_at" = null
WHERE "older"."state" in ('requested', 'sent', 'unknown') AND "older"."connector_id" IS NOT NULL AND EXISTS (
	SELECT 1 FROM "operations" AS "newer"
	WHERE "newer"."workspace_id" = "older"."workspace_id" AND "newer"."cloud" = "older"."cloud"
	AND "newer"."connector_id" = "older"."connector_id" AND "newer"."state" in ('requested', 'sent', 'unknown')
	AND ("newer"."requested_at", "newer"."id") > ("older"."requested_at", "older"."id")
);--> statement-breakpoint
CREATE UNIQUE INDEX "operations_one_at_a_time" ON "operations" USING btree ("workspace_id","cloud","connector_id") WHERE "operations"."state" in ('requested', 'sent', 'unknown');