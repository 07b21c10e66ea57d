CREATE TABLE "connector_secrets" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text NOT NULL,
	"sealed" text NOT NULL,
	"version" integer NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connector_secrets_workspace_id_cloud_connector_id_pk" PRIMARY KEY("workspace_id","cloud","connector_id")
);
--> statement-breakpoint
ALTER TABLE "connector_secrets" ADD CONSTRAINT "connector_secrets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;