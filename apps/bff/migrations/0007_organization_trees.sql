CREATE TABLE "organization_trees" (
	"workspace_id" uuid NOT NULL,
	"root_id" text NOT NULL,
	"units" jsonb NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_trees_workspace_id_root_id_pk" PRIMARY KEY("workspace_id","root_id")
);
--> statement-breakpoint
ALTER TABLE "organization_trees" ADD CONSTRAINT "organization_trees_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;