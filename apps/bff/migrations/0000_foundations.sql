CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"workspace_id" uuid,
	"operation_id" uuid,
	"subject" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "cloud_freshness" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"as_of" timestamp with time zone,
	"incomplete" boolean DEFAULT false NOT NULL,
	"failing_since" timestamp with time zone,
	"failing_problem" jsonb,
	CONSTRAINT "cloud_freshness_workspace_id_cloud_pk" PRIMARY KEY("workspace_id","cloud")
);
--> statement-breakpoint
CREATE TABLE "connectors" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"id" text NOT NULL,
	"uuid" text,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"state_text" text NOT NULL,
	"enabled" boolean,
	"organization_id" text,
	"capabilities" text[] NOT NULL,
	"members" integer,
	"last_sync" timestamp with time zone,
	"next_sync" timestamp with time zone,
	"newest_error" text,
	"state_since" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"detail" jsonb,
	"detail_at" timestamp with time zone,
	"detail_for" text,
	CONSTRAINT "connectors_workspace_id_cloud_id_pk" PRIMARY KEY("workspace_id","cloud","id")
);
--> statement-breakpoint
CREATE TABLE "entered_specs" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text NOT NULL,
	"spec" jsonb NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entered_specs_workspace_id_cloud_connector_id_pk" PRIMARY KEY("workspace_id","cloud","connector_id")
);
--> statement-breakpoint
CREATE TABLE "refresh_leases" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"step" text NOT NULL,
	"values" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text,
	"connector_name" text NOT NULL,
	"person_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"request_digest" text NOT NULL,
	"request" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"problem" jsonb,
	"candidates" text[] DEFAULT '{}' NOT NULL,
	"followed_by" uuid,
	"checks" integer DEFAULT 0 NOT NULL,
	"next_check_at" timestamp with time zone,
	CONSTRAINT "operations_key_taken" UNIQUE("person_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_email_taken" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_budgets" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"call_limit" integer NOT NULL,
	"remaining" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"platform" text NOT NULL,
	"api_server_url" text NOT NULL,
	"gateway_url" text NOT NULL,
	"auth_path" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"secret_version" integer DEFAULT 1 NOT NULL,
	"secret_fingerprint" text NOT NULL,
	"secret_updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"secret_updated_by" text NOT NULL,
	"verification" jsonb,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_name_taken" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "cloud_freshness" ADD CONSTRAINT "cloud_freshness_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entered_specs" ADD CONSTRAINT "entered_specs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_leases" ADD CONSTRAINT "refresh_leases_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_budgets" ADD CONSTRAINT "api_budgets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_newest" ON "activity" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "drafts_workspace" ON "drafts" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "operations_newest" ON "operations" USING btree ("workspace_id","requested_at");--> statement-breakpoint
CREATE INDEX "operations_due" ON "operations" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");