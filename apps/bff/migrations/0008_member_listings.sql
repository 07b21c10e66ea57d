CREATE TABLE "member_listings" (
	"workspace_id" uuid NOT NULL,
	"connector_id" text NOT NULL,
	"rows" jsonb NOT NULL,
	"incomplete" boolean NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_listings_workspace_id_connector_id_pk" PRIMARY KEY("workspace_id","connector_id")
);
--> statement-breakpoint
ALTER TABLE "member_listings" ADD CONSTRAINT "member_listings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;