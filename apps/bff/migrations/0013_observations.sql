CREATE TABLE "observations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"line" bigint NOT NULL,
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text NOT NULL,
	"event" text NOT NULL,
	"source" text DEFAULT coalesce(nullif(current_setting('console.source', true), ''), 'other') NOT NULL,
	"asked_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('console.asked_at', true), '')::timestamptz, now()) NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" bigint,
	"workspace_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observations_of_connector" ON "observations" USING btree ("workspace_id","cloud","connector_id","id");--> statement-breakpoint
CREATE INDEX "observations_by_time" ON "observations" USING brin ("line","at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_in_order" ON "outbox" USING btree ("number");--> statement-breakpoint
CREATE INDEX "outbox_newest" ON "outbox" USING btree ("workspace_id","topic","number");--> statement-breakpoint
CREATE INDEX "outbox_of_this_transaction" ON "outbox" USING btree ("workspace_id") WHERE "outbox"."number" is null;--> statement-breakpoint
ALTER TABLE "connectors" DROP COLUMN "written_at";
--> statement-breakpoint
CREATE SEQUENCE outbox_number OWNED BY outbox.number;
--> statement-breakpoint
-- A line for each of these workspaces, unless this transaction has one. A workspace that is being deleted gets none.
CREATE FUNCTION write_outbox(changed uuid[], told text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO outbox (workspace_id, topic)
	SELECT id, told FROM workspaces
	WHERE id = ANY (changed) AND NOT EXISTS (
		SELECT FROM outbox WHERE workspace_id = workspaces.id AND topic = told AND number IS NULL
	)
$$;
--> statement-breakpoint
-- While the transaction commits and with every other lock taken, so that waiting here can close no circle. The lock is held until others
-- see the commit: numbers follow the order of commits. Postgres lets transactions that notify commit one by one anyway.
CREATE FUNCTION number_outbox_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	given bigint;
BEGIN
	PERFORM pg_advisory_xact_lock(hashtextextended('outbox', 0));
	UPDATE outbox SET number = nextval('outbox_number') WHERE id = NEW.id RETURNING number INTO given;
	IF FOUND THEN
		PERFORM pg_notify('console_changes', concat_ws(':', given, NEW.topic, NEW.workspace_id));
	END IF;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER outbox_numbering AFTER INSERT ON outbox
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION number_outbox_line();
--> statement-breakpoint
-- The triggers of cloud_freshness, operations and bulks call it for a row, those below for a statement.
CREATE OR REPLACE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM write_outbox(ARRAY[coalesce(NEW.workspace_id, OLD.workspace_id)], TG_ARGV[0]);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION tell_new_operations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM write_outbox(ARRAY(SELECT DISTINCT workspace_id FROM after_rows), 'operations');
	RETURN NULL;
END
$$;
--> statement-breakpoint
DROP TRIGGER operations_begin ON operations;
--> statement-breakpoint
CREATE TRIGGER operations_begin AFTER INSERT ON operations REFERENCING NEW TABLE AS after_rows
FOR EACH STATEMENT EXECUTE FUNCTION tell_new_operations();
--> statement-breakpoint
-- What users want as the history of a connector. A column that is added later belongs to it, unless it is named here.
CREATE FUNCTION connector_facts(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(seen) - ARRAY[
		'workspace_id', 'cloud', 'id', 'state_since', 'seen_at', 'asked_at', 'next_sync', 'detail', 'detail_at', 'detail_for', 'kept_until'
	]
$$;
--> statement-breakpoint
-- What the list shows beside these facts.
CREATE FUNCTION shown_besides(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT jsonb_build_array(seen.next_sync, seen.detail->'tenantId', CASE WHEN seen.state = 'errors' THEN seen.detail_for END)
$$;
--> statement-breakpoint
-- Statement by statement, from the rows as they really were before and after: exact whatever other transactions do meanwhile.
CREATE FUNCTION observe_appeared() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
BEGIN
	PERFORM write_outbox(ARRAY(SELECT DISTINCT workspace_id FROM after_rows), 'connectors');
	INSERT INTO observations (line, workspace_id, cloud, connector_id, event, changes)
	SELECT outbox.id, seen.workspace_id, seen.cloud, seen.id, 'appeared', (
		SELECT jsonb_object_agg(key, jsonb_build_array(NULL, value))
		FROM jsonb_each(connector_facts(seen)) WHERE value <> 'null'
	)
	FROM after_rows seen JOIN outbox USING (workspace_id)
	WHERE outbox.topic = 'connectors' AND outbox.number IS NULL;
	RETURN NULL;
END
$$;
--> statement-breakpoint
-- Without statistics of the rows before and after, Postgres would compare each with each.
CREATE FUNCTION observe_changed() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' SET enable_nestloop TO off AS $$
BEGIN
	PERFORM write_outbox(ARRAY(
		SELECT DISTINCT later.workspace_id
		FROM after_rows later JOIN before_rows earlier USING (workspace_id, cloud, id)
		WHERE connector_facts(later) <> connector_facts(earlier) OR shown_besides(later) <> shown_besides(earlier)
	), 'connectors');
	INSERT INTO observations (line, workspace_id, cloud, connector_id, event, changes)
	SELECT outbox.id, both_facts.workspace_id, both_facts.cloud, both_facts.id, 'changed', (
		SELECT jsonb_object_agg(key, jsonb_build_array(both_facts.earlier->key, value))
		FROM jsonb_each(both_facts.later) WHERE value <> both_facts.earlier->key
	)
	FROM (
		SELECT workspace_id, cloud, id, connector_facts(later) AS later, connector_facts(earlier) AS earlier
		FROM after_rows later JOIN before_rows earlier USING (workspace_id, cloud, id)
		OFFSET 0
	) both_facts JOIN outbox USING (workspace_id)
	WHERE outbox.topic = 'connectors' AND outbox.number IS NULL AND both_facts.later <> both_facts.earlier;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION observe_gone() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
BEGIN
	PERFORM write_outbox(ARRAY(SELECT DISTINCT workspace_id FROM before_rows), 'connectors');
	INSERT INTO observations (line, workspace_id, cloud, connector_id, event, changes)
	SELECT outbox.id, seen.workspace_id, seen.cloud, seen.id, 'gone', (
		SELECT jsonb_object_agg(key, jsonb_build_array(value, NULL))
		FROM jsonb_each(connector_facts(seen)) WHERE value <> 'null'
	)
	FROM before_rows seen JOIN outbox USING (workspace_id)
	WHERE outbox.topic = 'connectors' AND outbox.number IS NULL;
	RETURN NULL;
END
$$;
--> statement-breakpoint
DROP TRIGGER connectors_come_and_go ON connectors;
--> statement-breakpoint
DROP TRIGGER connectors_change ON connectors;
--> statement-breakpoint
CREATE TRIGGER connectors_appear AFTER INSERT ON connectors REFERENCING NEW TABLE AS after_rows
FOR EACH STATEMENT EXECUTE FUNCTION observe_appeared();
--> statement-breakpoint
CREATE TRIGGER connectors_change AFTER UPDATE ON connectors REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
FOR EACH STATEMENT EXECUTE FUNCTION observe_changed();
--> statement-breakpoint
CREATE TRIGGER connectors_go AFTER DELETE ON connectors REFERENCING OLD TABLE AS before_rows
FOR EACH STATEMENT EXECUTE FUNCTION observe_gone();
