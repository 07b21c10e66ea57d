CREATE TABLE "bulks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"request_digest" text NOT NULL,
	"request_id" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"problem" jsonb,
	"waiting_until" timestamp with time zone,
	"holder" uuid,
	"held_until" timestamp with time zone,
	CONSTRAINT "bulks_key_taken" UNIQUE("person_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "call_budgets" (
	"workspace_id" uuid NOT NULL,
	"call" text NOT NULL,
	"call_limit" integer,
	"remaining" integer,
	"window_seconds" integer,
	"at" timestamp with time zone NOT NULL,
	"wait_until" timestamp with time zone,
	"probe_at" timestamp with time zone,
	CONSTRAINT "call_budgets_workspace_id_call_pk" PRIMARY KEY("workspace_id","call")
);
--> statement-breakpoint
ALTER TABLE "api_budgets" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "api_budgets" CASCADE;--> statement-breakpoint
DROP INDEX "operations_one_at_a_time";--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "part_of" uuid;--> statement-breakpoint
ALTER TABLE "operations" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "bulks" ADD CONSTRAINT "bulks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulks" ADD CONSTRAINT "bulks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_budgets" ADD CONSTRAINT "call_budgets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulks_newest" ON "bulks" USING btree ("workspace_id","requested_at");--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_part_of_bulks_id_fk" FOREIGN KEY ("part_of") REFERENCES "public"."bulks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operations_of_bulk" ON "operations" USING btree ("part_of","state","position");--> statement-breakpoint
CREATE UNIQUE INDEX "operations_one_at_a_time" ON "operations" USING btree ("workspace_id","cloud","connector_id") WHERE "operations"."state" in ('sent', 'unknown') or ("operations"."state" = 'requested' and "operations"."part_of" is null);
--> statement-breakpoint
CREATE TRIGGER bulks_begin AFTER INSERT ON bulks
FOR EACH ROW EXECUTE FUNCTION tell_change('operations');
--> statement-breakpoint
CREATE TRIGGER bulks_move AFTER UPDATE ON bulks
FOR EACH ROW WHEN ((OLD.state, OLD.waiting_until) IS DISTINCT FROM (NEW.state, NEW.waiting_until))
EXECUTE FUNCTION tell_change('operations');
