-- A database as the console of commit 051b2cd wrote it: a workspace, connectors, drafts, changes and a trail of both clouds, all of it made up.
-- What is sealed in it was sealed with a key of 32 zero bytes.

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
CREATE TABLE "cloud_freshness" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"as_of" timestamp with time zone,
	"incomplete" boolean DEFAULT false NOT NULL,
	"failing_since" timestamp with time zone,
	"failing_problem" jsonb,
	CONSTRAINT "cloud_freshness_workspace_id_cloud_pk" PRIMARY KEY("workspace_id","cloud")
);
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
CREATE TABLE "entered_specs" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text NOT NULL,
	"spec" jsonb NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entered_specs_workspace_id_cloud_connector_id_pk" PRIMARY KEY("workspace_id","cloud","connector_id")
);
CREATE TABLE "refresh_leases" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
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
CREATE TABLE "instance" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
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
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE "api_budgets" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"call_limit" integer NOT NULL,
	"remaining" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
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
ALTER TABLE "cloud_freshness" ADD CONSTRAINT "cloud_freshness_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "entered_specs" ADD CONSTRAINT "entered_specs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "refresh_leases" ADD CONSTRAINT "refresh_leases_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "operations" ADD CONSTRAINT "operations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "operations" ADD CONSTRAINT "operations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "api_budgets" ADD CONSTRAINT "api_budgets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "activity_newest" ON "activity" USING btree ("workspace_id","at");
CREATE INDEX "drafts_workspace" ON "drafts" USING btree ("workspace_id");
CREATE INDEX "operations_newest" ON "operations" USING btree ("workspace_id","requested_at");
CREATE INDEX "operations_due" ON "operations" USING btree ("next_check_at");
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");
CREATE TABLE "deleted_connectors" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"id" text NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deleted_connectors_workspace_id_cloud_id_pk" PRIMARY KEY("workspace_id","cloud","id")
);
CREATE TABLE "seen_members" (
	"workspace_id" uuid NOT NULL,
	"connector_id" text NOT NULL,
	"member_id" text NOT NULL,
	"member" jsonb NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seen_members_workspace_id_connector_id_member_id_pk" PRIMARY KEY("workspace_id","connector_id","member_id")
);
ALTER TABLE "connectors" ADD COLUMN "kept_until" timestamp with time zone;
ALTER TABLE "drafts" ADD COLUMN "sealed_ids" text;
ALTER TABLE "operations" ADD COLUMN "accepted_at" timestamp with time zone;
ALTER TABLE "deleted_connectors" ADD CONSTRAINT "deleted_connectors_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "seen_members" ADD CONSTRAINT "seen_members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
-- A create says of which cloud its request is.
UPDATE "operations" SET "request" = "request" - 'before' || jsonb_build_object('cloud', "cloud") WHERE "kind" = 'create-connector';
-- Of several open changes of one connector, only the newest stays open: from now on there is one at a time.
UPDATE "operations" AS "older" SET "state" = 'needs-person', "settled_at" = now(), "next_check_at" = null
WHERE "older"."state" in ('requested', 'sent', 'unknown') AND "older"."connector_id" IS NOT NULL AND EXISTS (
	SELECT 1 FROM "operations" AS "newer"
	WHERE "newer"."workspace_id" = "older"."workspace_id" AND "newer"."cloud" = "older"."cloud"
	AND "newer"."connector_id" = "older"."connector_id" AND "newer"."state" in ('requested', 'sent', 'unknown')
	AND ("newer"."requested_at", "newer"."id") > ("older"."requested_at", "older"."id")
);
CREATE UNIQUE INDEX "operations_one_at_a_time" ON "operations" USING btree ("workspace_id","cloud","connector_id") WHERE "operations"."state" in ('requested', 'sent', 'unknown');
-- Every visible change is told to whoever listens (adapters/database/change-feed.ts), by whatever way it was written.
-- Equal texts within one transaction are told once, so that a whole list read anew is one hint.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('console_changes', TG_ARGV[0] || ':' || coalesce(NEW.workspace_id, OLD.workspace_id));
	RETURN NULL;
END
$$;
CREATE TRIGGER connectors_come_and_go AFTER INSERT OR DELETE ON connectors
FOR EACH ROW EXECUTE FUNCTION tell_change('connectors');
CREATE TRIGGER connectors_change AFTER UPDATE ON connectors
FOR EACH ROW WHEN (
	(OLD.name, OLD.state, OLD.state_text, OLD.enabled, OLD.organization_id, OLD.capabilities, OLD.members, OLD.last_sync, OLD.next_sync, OLD.newest_error)
	IS DISTINCT FROM
	(NEW.name, NEW.state, NEW.state_text, NEW.enabled, NEW.organization_id, NEW.capabilities, NEW.members, NEW.last_sync, NEW.next_sync, NEW.newest_error)
) EXECUTE FUNCTION tell_change('connectors');
CREATE TRIGGER freshness_changes AFTER INSERT OR UPDATE OR DELETE ON cloud_freshness
FOR EACH ROW EXECUTE FUNCTION tell_change('freshness');
CREATE TRIGGER operations_begin AFTER INSERT ON operations
FOR EACH ROW EXECUTE FUNCTION tell_change('operations');
CREATE TRIGGER operations_move AFTER UPDATE ON operations
FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
EXECUTE FUNCTION tell_change('operations');
CREATE TABLE "connector_secrets" (
	"workspace_id" uuid NOT NULL,
	"cloud" text NOT NULL,
	"connector_id" text NOT NULL,
	"sealed" text NOT NULL,
	"version" integer NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connector_secrets_workspace_id_cloud_connector_id_pk" PRIMARY KEY("workspace_id","cloud","connector_id")
);
ALTER TABLE "connector_secrets" ADD CONSTRAINT "connector_secrets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
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
ALTER TABLE "api_budgets" DISABLE ROW LEVEL SECURITY;
DROP TABLE "api_budgets" CASCADE;
DROP INDEX "operations_one_at_a_time";
ALTER TABLE "operations" ADD COLUMN "part_of" uuid;
ALTER TABLE "operations" ADD COLUMN "position" integer;
ALTER TABLE "bulks" ADD CONSTRAINT "bulks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "bulks" ADD CONSTRAINT "bulks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "call_budgets" ADD CONSTRAINT "call_budgets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "bulks_newest" ON "bulks" USING btree ("workspace_id","requested_at");
ALTER TABLE "operations" ADD CONSTRAINT "operations_part_of_bulks_id_fk" FOREIGN KEY ("part_of") REFERENCES "public"."bulks"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "operations_of_bulk" ON "operations" USING btree ("part_of","state","position");
CREATE UNIQUE INDEX "operations_one_at_a_time" ON "operations" USING btree ("workspace_id","cloud","connector_id") WHERE "operations"."state" in ('sent', 'unknown') or ("operations"."state" = 'requested' and "operations"."part_of" is null);
CREATE TRIGGER bulks_begin AFTER INSERT ON bulks
FOR EACH ROW EXECUTE FUNCTION tell_change('operations');
CREATE TRIGGER bulks_move AFTER UPDATE ON bulks
FOR EACH ROW WHEN ((OLD.state, OLD.waiting_until) IS DISTINCT FROM (NEW.state, NEW.waiting_until))
EXECUTE FUNCTION tell_change('operations');
DROP INDEX "activity_newest";
CREATE INDEX "activity_shown" ON "activity" USING btree ("workspace_id","id") WHERE "activity"."operation_id" is null or "activity"."action" = 'operation.requested';
CREATE INDEX "activity_of_operation" ON "activity" USING btree ("operation_id","id");
CREATE INDEX "operations_of_connector" ON "operations" USING btree ("workspace_id","cloud","connector_id");
DROP INDEX "drafts_workspace";
ALTER TABLE "drafts" ADD COLUMN "started_by" uuid;
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "drafts_workspace" ON "drafts" USING btree ("workspace_id","started_by");
CREATE TABLE "organization_trees" (
	"workspace_id" uuid NOT NULL,
	"root_id" text NOT NULL,
	"units" jsonb NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_trees_workspace_id_root_id_pk" PRIMARY KEY("workspace_id","root_id")
);
ALTER TABLE "organization_trees" ADD CONSTRAINT "organization_trees_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
CREATE TABLE "member_listings" (
	"workspace_id" uuid NOT NULL,
	"connector_id" text NOT NULL,
	"rows" jsonb NOT NULL,
	"incomplete" boolean NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_listings_workspace_id_connector_id_pk" PRIMARY KEY("workspace_id","connector_id")
);
ALTER TABLE "member_listings" ADD CONSTRAINT "member_listings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "operations" ADD COLUMN "gateway_hosts" text[];
ALTER TABLE "connectors" ADD COLUMN "asked_at" timestamp with time zone DEFAULT now() NOT NULL;
ALTER TABLE "connectors" ADD COLUMN "written_at" timestamp with time zone DEFAULT now() NOT NULL;
ALTER TABLE "cloud_freshness" ADD COLUMN "forgotten_at" timestamp with time zone;
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES
('75b8258ed693d55bd44170788218bed46bb636cd7d072786f798e2205ababcc6', 1795319544633),
('5dd411e36dca64c4bc395e6e42e02b93c4f73db4338b41ff1bc35fe89e048a4d', 1795328454524),
('fb8a4a63518eae0185a9919f4b2602f549fa242bd8c734d5d9e964d6df1ef2ba', 1795329381410),
('839119dcb2c7e321ffefb244d0326df1cd9959c65448486629824a00773d646c', 1795330084058),
('4c13161462c1a7ac95df87aa3ff5ec53a217806f5ffebd3bd0a5d334a8243d89', 1795330152008),
('1e9817022b0164afbd7e41db3066e85dbc8e6ddd3e0b5d1b1787fec8bafbf39e', 1795331169201),
('6f9611dffed423175f0e734bfa2ca15228ac1cda6aa04d599b889b85850caa94', 1795342854565),
('0c10f1ae11e3034103a240a21ff438f96d9dbdf5111cdfde555b02bb1b4923d1', 1795344194883),
('1b9540db981d3e0b569ec20325802fb77c16b16e5536cc1243c7967250ee6876', 1795344897720),
('73a78b532242814652546484b4e83c608fc2e1d29eb3ad925d2e0ddcd9440e43', 1795354313887),
('94d124c488347530d196891bb62c6989bcdff1b0b98bd3fa910639f25d6e4005', 1796043943093),
('af076f10baee0f47310a7d73348d8620b7019407c04880e6583b70cff7675613', 1796046231287);
INSERT INTO people (id, email, name, role, password_hash, created_at, disabled_at) VALUES
('95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'ada@example.test', 'Ada', 'admin', '', '2026-11-30 15:23:02.556282+00', NULL);
INSERT INTO instance (key, value, updated_at) VALUES
('key-check:test', 'WfY6FauPTYKmbE-Ar9srjOcwcXAvxOIJN_DIOYxK_K8', '2026-11-30 15:23:02.02249+00'),
('initialized', 'yes', '2026-11-30 15:23:02.556282+00');
INSERT INTO workspaces (id, name, platform, api_server_url, gateway_url, auth_path, client_id, sealed_secret, secret_version, secret_fingerprint, secret_updated_at, secret_updated_by, verification, demo, created_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'Contoso', 'custom', 'http://127.0.0.1:37579', 'http://127.0.0.1:37579', '/auth/oidc', 'client-of-tests', 'v1.test.iSluGkMAbYnOd-1FN456RnRrNF5C67FeNb4jMeVQbLDoJgPac-pefFWEUA1N59_bhQEG_VHH30uIAvSE.lQ_pg7hox5Uf5iBQ.aq2OAgnEKpB0CvT9zm7068F7ol0J5hxRPg.KJLa9VmlNXU7wx9__HKHng', '1', 'c174', '2026-11-30 15:23:02.596665+00', 'Ada', '{"at": "2026-11-30T15:23:02.758Z", "ok": true, "steps": [{"name": "token", "outcome": "ok", "problem": null, "connectors": null, "milliseconds": 5}, {"name": "azure", "outcome": "ok", "problem": null, "connectors": 0, "milliseconds": 4}, {"name": "aws", "outcome": "ok", "problem": null, "connectors": 0, "milliseconds": 4}]}', 'false', '2026-11-30 15:23:02.596665+00');
INSERT INTO connectors (workspace_id, cloud, id, uuid, name, state, state_text, enabled, organization_id, capabilities, members, last_sync, next_sync, newest_error, state_since, seen_at, detail, detail_at, detail_for, kept_until, asked_at, written_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', '406121', 'bb3234fe-ee7b-4a95-9734-b16e86163edc', 'Fabrikam test', 'pending', 'PENDING', 'false', 'r-zar5', '{AI,CI,CSA}', NULL, NULL, '2026-11-30 19:23:03.163+00', NULL, '2026-11-30 15:23:03.175158+00', '2026-11-30 15:23:03.931165+00', '{"id": "406121", "name": "Fabrikam test", "uuid": "bb3234fe-ee7b-4a95-9734-b16e86163edc", "cloud": "aws", "scope": null, "state": "pending", "tagIds": [], "enabled": false, "roleArn": null, "lastSync": null, "nextSync": "2026-11-30T19:23:03.163Z", "runEvery": 240, "createdBy": "Connector Console", "lastError": null, "stateText": "PENDING", "activation": null, "description": null, "remediation": false, "capabilities": ["AI", "CI", "CSA"], "memberPrefix": "createdbyorg", "baseAccountId": null, "perimeterScan": false, "memberRunEvery": 240, "organizationId": "r-zar5", "disableForDeleted": null, "lastSuccessfulSync": null, "createForNewAccounts": null}', '2026-11-30 15:23:03.931165+00', 'PENDING@', '2026-11-30 15:33:03.185731+00', '2026-11-30 15:23:03.93+00', '2026-11-30 15:23:03.933416+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', '406120', '9030edc0-069f-4a2f-8aab-2d1b26a4de9e', 'Fabrikam organization', 'succeeded', 'FINISHED_SUCCESS', 'true', 'r-zar5', '{AI,CI,CSA}', NULL, '2026-11-30 15:23:03.555+00', '2026-11-30 21:23:03.555+00', NULL, '2026-11-30 15:23:03.340714+00', '2026-11-30 15:23:03.844169+00', '{"id": "406120", "name": "Fabrikam organization", "uuid": "9030edc0-069f-4a2f-8aab-2d1b26a4de9e", "cloud": "aws", "scope": null, "state": "succeeded", "tagIds": [], "enabled": true, "roleArn": null, "lastSync": "2026-11-30T15:23:03.555Z", "nextSync": "2026-11-30T21:23:03.555Z", "runEvery": 360, "createdBy": "Connector Console", "lastError": null, "stateText": "FINISHED_SUCCESS", "activation": null, "description": null, "remediation": false, "capabilities": ["AI", "CI", "CSA"], "memberPrefix": "createdbyorg", "baseAccountId": null, "perimeterScan": false, "memberRunEvery": 240, "organizationId": "r-zar5", "disableForDeleted": null, "lastSuccessfulSync": "2026-11-30T15:23:03.555Z", "createForNewAccounts": null}', '2026-11-30 15:23:03.844169+00', 'FINISHED_SUCCESS@1796052183.555000', '2026-11-30 15:33:03.128613+00', '2026-11-30 15:23:03.836+00', '2026-11-30 15:23:03.847212+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', '406119', '920d6ad2-9ddc-4130-a7aa-a9ba8ca76a94', 'Contoso test', 'pending', 'PENDING', 'false', '5faca30f-b43a-45c5-ae89-582796b5193c', '{AI,CI,CSA}', NULL, NULL, '2026-12-01 15:23:02.924+00', NULL, '2026-11-30 15:23:02.93857+00', '2026-11-30 15:23:03.9013+00', '{"id": "406119", "name": "Contoso test", "uuid": "920d6ad2-9ddc-4130-a7aa-a9ba8ca76a94", "cloud": "azure", "scope": {"excluded": [], "included": []}, "state": "pending", "tagIds": [], "enabled": true, "lastSync": null, "nextSync": "2026-12-01T15:23:02.924Z", "runEvery": 1440, "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "createdBy": "Connector Console", "lastError": null, "stateText": "PENDING", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": null, "description": "azure org connector description", "remediation": true, "capabilities": ["AI", "CI", "CSA"], "memberPrefix": "createdbyorg", "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "memberRunEvery": 1440, "organizationId": "5faca30f-b43a-45c5-ae89-582796b5193c", "secretExpiresOn": null, "disableForDeleted": true, "lastSuccessfulSync": null, "createForNewAccounts": true}', '2026-11-30 15:23:03.627879+00', 'PENDING@', '2026-11-30 15:33:02.949229+00', '2026-11-30 15:23:03.9013+00', '2026-11-30 15:23:03.901557+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', '406118', '231df613-8e0b-4873-93b3-381d2d955ada', 'Contoso production', 'succeeded', 'FINISHED_SUCCESS', 'false', '5faca30f-b43a-45c5-ae89-582796b5193c', '{AI,CI,CSA}', NULL, '2026-11-30 15:23:03.384+00', '2026-12-02 15:23:03.384+00', NULL, '2026-11-30 15:23:03.275089+00', '2026-11-30 15:23:03.9013+00', '{"id": "406118", "name": "Contoso production", "uuid": "231df613-8e0b-4873-93b3-381d2d955ada", "cloud": "azure", "scope": {"excluded": ["Sandbox"], "included": ["Platform"]}, "state": "succeeded", "tagIds": [], "enabled": true, "lastSync": "2026-11-30T15:23:03.384Z", "nextSync": "2026-12-02T15:23:03.384Z", "runEvery": 2880, "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "createdBy": "Connector Console", "lastError": null, "stateText": "FINISHED_SUCCESS", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": null, "description": "All subscriptions", "remediation": true, "capabilities": ["AI", "CI", "CSA"], "memberPrefix": "createdbyorg", "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "memberRunEvery": 1440, "organizationId": "5faca30f-b43a-45c5-ae89-582796b5193c", "secretExpiresOn": null, "disableForDeleted": true, "lastSuccessfulSync": "2026-11-30T15:23:03.384Z", "createForNewAccounts": true}', '2026-11-30 15:23:03.657315+00', 'FINISHED_SUCCESS@1796052183.384000', '2026-11-30 15:33:02.858686+00', '2026-11-30 15:23:03.9013+00', '2026-11-30 15:23:03.901495+00');
INSERT INTO cloud_freshness (workspace_id, cloud, as_of, incomplete, failing_since, failing_problem, forgotten_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', '2026-11-30 15:23:02.685642+00', 'false', NULL, NULL, NULL),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', '2026-11-30 15:23:02.699322+00', 'false', NULL, NULL, NULL);
INSERT INTO entered_specs (workspace_id, cloud, connector_id, spec, entered_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', '406119', '{"cspm": true, "name": "Contoso test", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}', '2026-11-30 15:23:02.929965+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', '406121', '{"cspm": true, "name": "Fabrikam test", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": false, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 4, "allPostureRegions": true, "memberRunEveryHours": 4}', '2026-11-30 15:23:03.173067+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', '406118', '{"cspm": true, "name": "Contoso production", "scope": {"excluded": ["Sandbox"], "included": ["Platform"]}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "All subscriptions", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 2, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}', '2026-11-30 15:23:03.273174+00'),
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', '406120', '{"cspm": true, "name": "Fabrikam organization", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": true, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 6, "allPostureRegions": true, "memberRunEveryHours": 4}', '2026-11-30 15:23:03.338593+00');
INSERT INTO drafts (id, workspace_id, cloud, step, "values", version, updated_at, updated_by, sealed_ids, started_by) VALUES
('23a51526-4ffc-4799-87fd-69f60c317e59', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'azure', 'scope', '{"cspm": true, "name": "Northwind", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "not yet", "scopeText": "include: [", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}', '1', '2026-11-30 15:23:03.732161+00', 'Ada', NULL, '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a'),
('e19d5209-085d-4e91-b99f-c78bde28a2ab', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'aws', 'organization', '{"cspm": true, "name": "Northwind organization", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "testedAt": "2026-11-30T15:00:00.000Z", "partition": "global", "activateVm": false, "allRegions": true, "externalId": "", "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 4, "memberExternalId": "", "allPostureRegions": true, "memberRunEveryHours": 4}', '1', '2026-11-30 15:23:03.771365+00', 'Ada', 'v1.test.2YiTQErV_m9QhQVsLeksjVnj2TkJlrFwymv36kaCkiyVbtsuI-R6ia8prRzuBgTJC2Qbyf_TEEds0Tfm.iKlMBZdujiD9-DyV.wgXdtrZRKwpL0jEgXo0pYxgE2Vf9rhKM-YLiN2c4Z8eHxKv7vB6wTqg_nxICAQyTROtj_iS-ks8t872LKtuFjFM59dLqb6m36-aZngP0nRTineBp_oagzVUYHlo.34lGtYSXy-6Wl_cqkn8rOQ', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a');
INSERT INTO organization_trees (workspace_id, root_id, units, read_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', 'r-zar5', '[{"id": "r-zar5", "name": "Root", "path": ""}, {"id": "ou-zar5-12hpzogk", "name": "Pilot", "path": "/Root"}, {"id": "ou-zar5-val25l17", "name": "Perimeter", "path": "/Root"}, {"id": "ou-zar5-sjdu6cpx", "name": "Automation", "path": "/Root"}, {"id": "ou-zar5-gxzt8gtx", "name": "Infrastructure", "path": "/Root"}, {"id": "ou-zar5-6rlnt4of", "name": "Network", "path": "/Root/Infrastructure"}, {"id": "ou-zar5-juglobf2", "name": "Backup", "path": "/Root/Infrastructure"}, {"id": "ou-zar5-xwvjtdzk", "name": "Shared Services", "path": "/Root/Infrastructure"}, {"id": "ou-zar5-863nx1ts", "name": "Monitoring", "path": "/Root/Infrastructure"}, {"id": "ou-zar5-sgjc684x", "name": "Security", "path": "/Root"}, {"id": "ou-zar5-w1ic0mkc", "name": "Audit", "path": "/Root/Security"}, {"id": "ou-zar5-c0j9f1vx", "name": "Log Archive", "path": "/Root/Security"}, {"id": "ou-zar5-lixjyisu", "name": "Tooling", "path": "/Root/Security"}, {"id": "ou-zar5-lg2oqk19", "name": "Sandbox", "path": "/Root"}, {"id": "ou-zar5-hon3yl53", "name": "Individuals", "path": "/Root/Sandbox"}, {"id": "ou-zar5-v0743u42", "name": "Hackathon", "path": "/Root/Sandbox"}, {"id": "ou-zar5-sqdxy78f", "name": "Training", "path": "/Root/Sandbox"}, {"id": "ou-zar5-2hpb2lra", "name": "Policy Staging", "path": "/Root"}, {"id": "ou-zar5-g9020urm", "name": "Infrastructure", "path": "/Root/Policy Staging"}, {"id": "ou-zar5-1dgkut9s", "name": "Security", "path": "/Root/Policy Staging"}, {"id": "ou-zar5-fe6k180u", "name": "Workloads", "path": "/Root/Policy Staging"}, {"id": "ou-zar5-kxnrn7sl", "name": "Transitional", "path": "/Root"}, {"id": "ou-zar5-hia21es4", "name": "Acquired", "path": "/Root/Transitional"}, {"id": "ou-zar5-azpyep0b", "name": "Leaving", "path": "/Root/Transitional"}, {"id": "ou-zar5-ggzddeuh", "name": "Suspended", "path": "/Root"}, {"id": "ou-zar5-e6013ig8", "name": "Workloads", "path": "/Root"}, {"id": "ou-zar5-a6360otc", "name": "Production", "path": "/Root/Workloads"}, {"id": "ou-zar5-ryewu1g3", "name": "Payments", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-xoz6uemk", "name": "Storefront", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-p8y39m0k", "name": "Warehouse", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-fwvqd9ay", "name": "Analytics", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-zeo56pke", "name": "Identity", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-0n64kjkw", "name": "Mobile", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-b1whlhwj", "name": "Search", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-dca8sd20", "name": "Partners", "path": "/Root/Workloads/Production"}, {"id": "ou-zar5-iuqkwuqd", "name": "Staging", "path": "/Root/Workloads"}, {"id": "ou-zar5-hu89ls04", "name": "Payments", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-ns0jbhi2", "name": "Storefront", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-aybaneie", "name": "Warehouse", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-6laq8y6i", "name": "Analytics", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-0m2k0uax", "name": "Identity", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-byo852kg", "name": "Mobile", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-rb3u9hqa", "name": "Search", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-28c04dms", "name": "Partners", "path": "/Root/Workloads/Staging"}, {"id": "ou-zar5-o1og4g84", "name": "Development", "path": "/Root/Workloads"}, {"id": "ou-zar5-py4sqm0x", "name": "Payments", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-adotnwi1", "name": "Storefront", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-k91fuc91", "name": "Warehouse", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-1cjppfnv", "name": "Analytics", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-7xw6rsjy", "name": "Identity", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-lfjchh1f", "name": "Mobile", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-4f55633l", "name": "Search", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-s24m0c0i", "name": "Partners", "path": "/Root/Workloads/Development"}, {"id": "ou-zar5-lihfgkaa", "name": "Test", "path": "/Root/Workloads"}, {"id": "ou-zar5-frvuf2f3", "name": "Payments", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-tvwkyk87", "name": "Storefront", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-0bnpqxha", "name": "Warehouse", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-u0esk4ps", "name": "Analytics", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-6yqrkzii", "name": "Identity", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-xukcijuq", "name": "Mobile", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-c75t9etr", "name": "Search", "path": "/Root/Workloads/Test"}, {"id": "ou-zar5-1gxc6tyo", "name": "Partners", "path": "/Root/Workloads/Test"}]', '2026-11-30 15:23:03.597827+00');
INSERT INTO seen_members (workspace_id, connector_id, member_id, member, seen_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', '406120', '406130', '{"id": "406130", "name": "createdbyorg_123456789012", "uuid": "0f3c5a52-94c1-4a1e-bb0a-8d0a6f0c1f11", "state": "succeeded", "parent": null, "enabled": true, "modules": ["CLOUDVIEW"], "attached": true, "lastSync": null, "stateText": "FINISHED_SUCCESS"}', '2026-11-30 15:23:03.618513+00');
INSERT INTO member_listings (workspace_id, connector_id, "rows", incomplete, seen_at) VALUES
('3fb6b00d-b1cb-475a-8a26-40b29564a360', '406118', '[{"id": "406122", "name": "createdbyorg_Platform 01", "uuid": "6524bf87-e770-4f22-adbf-a113d84b9484", "state": "succeeded", "parent": "Platform", "enabled": true, "modules": ["CLOUDVIEW"], "attached": true, "lastSync": "2026-11-30T15:23:03.257Z", "stateText": "FINISHED_SUCCESS"}, {"id": "406123", "name": "createdbyorg_Platform 02", "uuid": "3a6c1128-c8b4-408e-888f-acb505fcf3cb", "state": "succeeded", "parent": "Platform", "enabled": true, "modules": ["CLOUDVIEW"], "attached": true, "lastSync": "2026-11-30T15:23:03.257Z", "stateText": "FINISHED_SUCCESS"}]', 'false', '2026-11-30 15:23:03.618513+00');
INSERT INTO bulks (id, workspace_id, kind, state, total, person_id, requested_by, idempotency_key, request_digest, request_id, requested_at, settled_at, problem, waiting_until, holder, held_until) VALUES
('bb8c0a5b-3677-406a-903b-50f72a7313c6', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'disable-connectors', 'succeeded', '3', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'c28d9fd2-5a83-47cf-8b42-8894577b5c18', 'w4wIvoRnsL2Rhjry9CUlws7UHpR2zpLQCBoK-qrBvR8', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3', '2026-11-30 15:23:03.780904+00', '2026-11-30 15:23:03.934486+00', NULL, NULL, '5d19e445-f4dd-4b97-9ff9-b2921e2cd4cd', '2026-11-30 15:23:18.943675+00'),
('07319e4f-4287-4cc5-825c-ba25ba728829', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'run-connectors', 'paused', '1', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'f7b04faf-d7a4-4f54-acab-9d8f0b090aa9', 'amc6x9ufRlW8i_Lsv7MpUGh3oex88g-3Znq1pvM0GqE', 'afa7b8e2-908e-47a9-bef5-f4a8d4ac2cba', '2026-11-30 15:23:03.956894+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO operations (id, workspace_id, kind, state, cloud, connector_id, connector_name, person_id, requested_by, idempotency_key, request_digest, request, request_id, requested_at, sent_at, settled_at, problem, candidates, followed_by, checks, next_check_at, accepted_at, part_of, position, gateway_hosts) VALUES
('f53091bf-dbc8-4a50-9328-849fbd758d3b', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'succeeded', 'azure', '406118', 'Contoso production', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '7d7c93d2-113f-4ffc-af86-83f527067cee', 'QYFzdsBr1FxKn8c9XTXrjtW4FyCrAJ6i33eaIo2buOI', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Contoso production", "scope": {"excluded": ["Sandbox"], "included": ["Platform"]}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "runNow": false, "draftId": null, "keepSecret": true}', '363ead0e-20b7-44d4-9484-e4dd3c1afbf7', '2026-11-30 15:23:02.791948+00', '2026-11-30 15:23:02.820014+00', '2026-11-30 15:23:02.866581+00', NULL, '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('f72c9980-f4cb-48d2-ada3-c30ddc353286', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'succeeded', 'azure', '406119', 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '395c3b20-c266-4f48-9899-a103cdbb747f', 'l6rh7TF-ITn0fR31HO53lZWzLDtTk4k1fOgnO-cvaoE', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Contoso test", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "runNow": false, "draftId": null, "keepSecret": false}', 'efe6e378-c761-4b72-8340-7a0a507f183a', '2026-11-30 15:23:02.900403+00', '2026-11-30 15:23:02.920792+00', '2026-11-30 15:23:02.951542+00', NULL, '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('bb10cd9b-106b-41c9-84f7-4f9e89ed6dc9', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'enable-connector', 'succeeded', 'azure', '406119', 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '1a50e7d8-b694-4924-b8fc-2e2fc534cd28', 'iwDWaNrjKzwb2Zk6mwvUQ0TE0KN0uid9ykuAN9ed3mE', '{"kind": "enable-connector"}', 'da7141ac-239c-42cc-9240-5dc4bcce9645', '2026-11-30 15:23:03.478624+00', '2026-11-30 15:23:03.483596+00', '2026-11-30 15:23:03.49619+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.48731+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('65043b07-cf83-48e8-a376-34b1ce63b140', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'attach-member', 'failed', 'aws', '406120', 'Fabrikam organization', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '30589e40-859a-4a03-94e7-80724e64c0bf', '0qBEihS6Gw7TQ0OMvQMZW1DFFZdgNaifqZv0yc79XMw', '{"kind": "attach-member", "member": "3f0f6a52-94c1-4a1e-bb0a-8d0a6f0c1f11"}', '75c268bb-c3ca-4d90-b47f-727c27919c6f', '2026-11-30 15:23:03.628375+00', '2026-11-30 15:23:03.635788+00', '2026-11-30 15:23:03.644171+00', '{"code": "gateway-not-found", "next": "Go back to the list and refresh it.", "detail": "The connector 3f0f6a52-94c1-4a1e-bb0a-8d0a6f0c1f11 was not found.", "message": "The gateway does not know it: it may have been deleted elsewhere."}', '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('a415dcce-e010-4105-9c35-449e4e2ca5c6', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'succeeded', 'aws', '406120', 'Fabrikam organization', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '9e593c65-82fe-4f21-86be-306b594f1a2d', '_hq3ImPZHDGXrAi1XnAvqU-FE01GnyhGWTi-giPlpK8', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Fabrikam organization", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": false, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 4, "allPostureRegions": true, "memberRunEveryHours": 4}, "cloud": "aws", "runNow": false, "draftId": null}', '48e99658-3103-4207-a30a-66dac6aab829', '2026-11-30 15:23:02.990615+00', '2026-11-30 15:23:03.005848+00', '2026-11-30 15:23:03.13234+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.016117+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('b84b5945-f780-4cf2-9f9d-303e35a8010c', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'succeeded', 'aws', '406121', 'Fabrikam test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'e7ab55ec-d11a-4956-8641-434423931952', 'K11_B1w5OzcfwE7pMTSlJDWxYBrfVbEM91GNoRS7H28', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Fabrikam test", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": false, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 4, "allPostureRegions": true, "memberRunEveryHours": 4}, "cloud": "aws", "runNow": false, "draftId": null}', '7abc130a-3e69-476d-a39e-79652ab3809c', '2026-11-30 15:23:03.153219+00', '2026-11-30 15:23:03.161059+00', '2026-11-30 15:23:03.188157+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.166194+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('043f4a0c-d97f-47f2-aaae-7c0f94fbe34f', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'edit-connector', 'succeeded', 'aws', '406120', 'Fabrikam organization', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '5bb4bc26-0198-48da-8bf8-93fe6895dcce', 'PiRadCYDaQCJjbxP2v1jVlEoMTM6pg6OQoilyelcxQE', '{"kind": "edit-connector", "spec": {"cspm": true, "name": "Fabrikam organization", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": true, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 6, "allPostureRegions": true, "memberRunEveryHours": 4}, "cloud": "aws", "shows": true, "before": {"cspm": true, "name": "Fabrikam organization", "scope": {"excluded": [], "included": ["ou-zar5-12hpzogk"]}, "rootId": "r-zar5", "tagIds": [], "roleArn": "arn:aws:iam::123456789012:role/connector_org", "partition": "global", "activateVm": false, "allRegions": true, "remediation": false, "memberPrefix": "createdbyorg", "baseAccountId": "805950163170", "perimeterScan": false, "runEveryHours": 4, "allPostureRegions": true, "memberRunEveryHours": 4}, "version": "nc6y-HdI71c9klK74gQT29B2VuXdCSN1uYEw3Pv68E4", "newCredentials": false}', 'eb410b6b-c28a-48ed-a4bc-13c1680076d5', '2026-11-30 15:23:03.311949+00', '2026-11-30 15:23:03.323062+00', '2026-11-30 15:23:03.348682+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.329049+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('714b3df5-1998-47bb-a1f9-2dbc4160f872', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'run-connector', 'succeeded', 'azure', '406118', 'Contoso production', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'eb4058c9-a1ad-4361-96f8-5e0449e546c4', 'Mw5u8DLmUi8he2rMUNoGkHYxvnx3rEbrq9wpmvrBkCU', '{"kind": "run-connector", "stateBefore": "succeeded", "lastSyncBefore": "2026-11-30T15:23:03.257Z"}', '440b300a-ff10-42fe-9273-6a71c793e19b', '2026-11-30 15:23:03.37924+00', '2026-11-30 15:23:03.38279+00', '2026-11-30 15:23:03.386497+00', NULL, '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('61332fd9-31a6-4a1b-8cc0-c0a8e3d30534', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'disable-connector', 'succeeded', 'azure', '406119', 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'd4c04712-7a4d-41b3-8ae8-ab32aad7b461', 'zDf7y-J2RSFGmhq4_CDD9OliwkBg0tDWT2YngLlsmuM', '{"kind": "disable-connector"}', '400263f4-11d9-4443-b723-da74d83cfafe', '2026-11-30 15:23:03.424736+00', '2026-11-30 15:23:03.428272+00', '2026-11-30 15:23:03.445081+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.434872+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('5366821b-90fa-4d4b-b31a-a0fd8641d8b2', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'edit-connector', 'unknown', 'azure', '406119', 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'ce460152-ed88-4b9f-bf37-596d27028c19', 'pi2jmziDIRUGUoljXmM0MqMBt1bIgKNZujhmowegxO0', '{"kind": "edit-connector", "spec": {"cspm": true, "name": "Contoso test", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "Edited, and the answer was lost", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "shows": true, "before": {"cspm": true, "name": "Contoso test", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "version": "SiCdBhSFXGmJBab3HECuVjVO2xC4XudSf80u58RXEW0", "keepSecret": false, "newCredentials": true}', '19e6fc26-3835-4ca5-9b99-9fdd2495b636', '2026-11-30 15:23:05.499636+00', '2026-11-30 15:23:05.508386+00', NULL, '{"code": "outcome-unknown", "kept": "The request is recorded; the console looks at the gateway until it knows.", "next": "Wait for the outcome instead of trying again.", "message": "The gateway answered with an error (502), so it is not known whether it acted.", "gatewayStatus": 502}', '{}', NULL, '0', '2026-11-30 15:23:15.513459+00', NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('3cc4a543-1463-434a-ad4b-355ffdf8ec5e', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'edit-connector', 'succeeded', 'azure', '406118', 'Contoso production', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '07f01ab1-8fc1-4bd2-bffd-a008f5a4479c', 'cTYck6mEdHCl-DbZX3HuvsP_sdkMc57M65yojoXapV0', '{"kind": "edit-connector", "spec": {"cspm": true, "name": "Contoso production", "scope": {"excluded": ["Sandbox"], "included": ["Platform"]}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "All subscriptions", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 2, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "shows": true, "before": {"cspm": true, "name": "Contoso production", "scope": {"excluded": ["Sandbox"], "included": ["Platform"]}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "version": "oSgmXBaHFJDgACd8KMdh5G3ipwEFNdNJe5iHjFWtZeY", "keepSecret": false, "newCredentials": true}', '7a7477dc-c29e-44e4-92de-566e25272a98', '2026-11-30 15:23:03.23776+00', '2026-11-30 15:23:03.251467+00', '2026-11-30 15:23:03.279909+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.259719+00', NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('ddcab4ff-4498-458d-9d98-a0af696dc3de', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'run-connector', 'succeeded', 'aws', '406120', 'Fabrikam organization', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '1a187999-e375-4d25-bfde-a967416568c8', 'Jf90KUDBh0W50sOAlzMhoFlRMOyXMpUs3fPRFyaTX4g', '{"kind": "run-connector", "stateBefore": "succeeded", "lastSyncBefore": "2026-11-30T15:23:03.326Z"}', 'f40aa03d-2599-4b81-889a-43d99cc8903c', '2026-11-30 15:23:03.534268+00', '2026-11-30 15:23:03.549298+00', '2026-11-30 15:23:03.558198+00', NULL, '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('164ccc48-fce9-4f7a-a1f3-f5abd9a24e87', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'failed', 'azure', NULL, 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'e5878888-c65f-4274-9d16-fb03aec69594', 'ZDYQKCF2vLXmuAtbWrQ6TnU4sxRhNeH2wms0uQ6wfNo', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Contoso test", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "runNow": false, "draftId": null, "keepSecret": false}', 'c1832c55-9f15-4c41-b899-9f4a4eb15c4e', '2026-11-30 15:23:03.656106+00', NULL, '2026-11-30 15:23:03.676648+00', '{"code": "name-taken", "kept": "Nothing was created; your draft is kept.", "next": "Choose another name, or open the existing connector from the list.", "message": "A connector named “Contoso test” exists already."}', '{}', NULL, '0', NULL, NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('b28be13a-0162-4d60-86ba-0fc6f3ba6b10', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'disable-connector', 'succeeded', 'aws', '406121', 'Fabrikam test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '8f1921ed-b180-46b9-8161-8675a6e73fbf', '', '{"kind": "disable-connector"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3', '2026-11-30 15:23:03.780904+00', '2026-11-30 15:23:03.913895+00', '2026-11-30 15:23:03.934486+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.922651+00', 'bb8c0a5b-3677-406a-903b-50f72a7313c6', '2', '{127.0.0.1:37579,127.0.0.1:37579}'),
('22e5e1ba-bc7b-4f9e-85c8-192c2a7366f6', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'disable-connector', 'succeeded', 'azure', '406118', 'Contoso production', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '23c0b826-ab14-440b-8930-129fff394810', '', '{"kind": "disable-connector"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3', '2026-11-30 15:23:03.780904+00', '2026-11-30 15:23:03.871783+00', '2026-11-30 15:23:03.902558+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.889265+00', 'bb8c0a5b-3677-406a-903b-50f72a7313c6', '0', '{127.0.0.1:37579,127.0.0.1:37579}'),
('d8a8678a-5ce7-419b-ab41-044dc36c753e', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'disable-connector', 'succeeded', 'azure', '406119', 'Contoso test', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '7cc329ba-d7f1-42c7-b21c-fb4bca6893f2', '', '{"kind": "disable-connector"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3', '2026-11-30 15:23:03.780904+00', '2026-11-30 15:23:03.872749+00', '2026-11-30 15:23:03.90689+00', NULL, '{}', NULL, '0', NULL, '2026-11-30 15:23:03.889932+00', 'bb8c0a5b-3677-406a-903b-50f72a7313c6', '1', '{127.0.0.1:37579,127.0.0.1:37579}'),
('e45be3a5-ff3d-43d7-98bc-1d7f63998801', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'create-connector', 'unknown', 'azure', NULL, 'Contoso lost', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', '1886f689-ad8e-4faa-a598-9fd9b7b9a4bd', 'BiVy0-TD1vb-PvpL3hv-F2bph5QE2sNZB_l68Nf6WfI', '{"kind": "create-connector", "spec": {"cspm": true, "name": "Contoso lost", "scope": {"excluded": [], "included": []}, "tagIds": [], "tenantId": "5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34", "activation": {"pc": false, "vm": false, "sca": false, "certView": false}, "tenantName": "Tenant name", "description": "azure org connector description", "remediation": true, "memberPrefix": "createdbyorg", "runEveryDays": 1, "applicationId": "0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10", "secretExpiresOn": "2027-01-31", "disableForDeleted": true, "memberRunEveryDays": 1, "createForNewAccounts": true}, "cloud": "azure", "runNow": false, "draftId": null, "keepSecret": false}', 'ff0a2ae4-525c-4003-8ebb-c130c971e02a', '2026-11-30 15:23:05.52533+00', '2026-11-30 15:23:05.532748+00', NULL, '{"code": "outcome-unknown", "kept": "The request is recorded; the console looks at the gateway until it knows.", "next": "Wait for the outcome instead of trying again.", "message": "The gateway answered with an error (502), so it is not known whether it acted.", "gatewayStatus": 502}', '{}', NULL, '0', '2026-11-30 15:23:15.537262+00', NULL, NULL, NULL, '{127.0.0.1:37579,127.0.0.1:37579}'),
('f74f62b3-2443-496f-b5a4-8f2a9226f408', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'run-connector', 'unknown', 'aws', '406120', 'Fabrikam organization', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'd4883e0d-e55e-44cd-9d23-d9bc56b6dac9', '', '{"kind": "run-connector", "stateBefore": "succeeded", "lastSyncBefore": "2026-11-30T15:23:03.555Z"}', 'afa7b8e2-908e-47a9-bef5-f4a8d4ac2cba', '2026-11-30 15:23:03.956894+00', '2026-11-30 15:23:04.370268+00', NULL, '{"code": "outcome-unknown", "kept": "The request is recorded; the console looks at the gateway until it knows.", "next": "Wait for the outcome instead of trying again.", "message": "The gateway answered with an error (503), so it is not known whether it acted.", "gatewayStatus": 503}', '{}', NULL, '0', '2026-11-30 15:23:14.378075+00', NULL, '07319e4f-4287-4cc5-825c-ba25ba728829', '0', '{127.0.0.1:37579,127.0.0.1:37579}');
INSERT INTO activity (id, at, person_id, actor, action, workspace_id, operation_id, subject, facts, request_id) OVERRIDING SYSTEM VALUE VALUES
('1', '2026-11-30 15:23:02.564742+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'person.created', NULL, NULL, 'Ada', '{}', NULL),
('2', '2026-11-30 15:23:02.596665+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'workspace.created', '3fb6b00d-b1cb-475a-8a26-40b29564a360', NULL, 'Test', '{}', 'c3a0a90b-4a1d-46bb-aaee-30a061e0bb9e'),
('3', '2026-11-30 15:23:02.773348+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'workspace.changed', '3fb6b00d-b1cb-475a-8a26-40b29564a360', NULL, 'Contoso', '{"name": "changed"}', 'aa4061ad-8f82-44a8-8ff3-c1a6113afa30'),
('4', '2026-11-30 15:23:02.791948+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f53091bf-dbc8-4a50-9328-849fbd758d3b', 'Contoso production', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": null}', '363ead0e-20b7-44d4-9484-e4dd3c1afbf7'),
('5', '2026-11-30 15:23:02.866581+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f53091bf-dbc8-4a50-9328-849fbd758d3b', 'Contoso production', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": "406118"}', '363ead0e-20b7-44d4-9484-e4dd3c1afbf7'),
('6', '2026-11-30 15:23:02.900403+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f72c9980-f4cb-48d2-ada3-c30ddc353286', 'Contoso test', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": null}', 'efe6e378-c761-4b72-8340-7a0a507f183a'),
('7', '2026-11-30 15:23:02.951542+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f72c9980-f4cb-48d2-ada3-c30ddc353286', 'Contoso test', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": "406119"}', 'efe6e378-c761-4b72-8340-7a0a507f183a'),
('8', '2026-11-30 15:23:02.990615+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'a415dcce-e010-4105-9c35-449e4e2ca5c6', 'Fabrikam organization', '{"code": null, "kind": "create-connector", "cloud": "aws", "connectorId": null}', '48e99658-3103-4207-a30a-66dac6aab829'),
('9', '2026-11-30 15:23:03.13234+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'a415dcce-e010-4105-9c35-449e4e2ca5c6', 'Fabrikam organization', '{"code": null, "kind": "create-connector", "cloud": "aws", "connectorId": "406120"}', '48e99658-3103-4207-a30a-66dac6aab829'),
('10', '2026-11-30 15:23:03.153219+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'b84b5945-f780-4cf2-9f9d-303e35a8010c', 'Fabrikam test', '{"code": null, "kind": "create-connector", "cloud": "aws", "connectorId": null}', '7abc130a-3e69-476d-a39e-79652ab3809c'),
('11', '2026-11-30 15:23:03.188157+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'b84b5945-f780-4cf2-9f9d-303e35a8010c', 'Fabrikam test', '{"code": null, "kind": "create-connector", "cloud": "aws", "connectorId": "406121"}', '7abc130a-3e69-476d-a39e-79652ab3809c'),
('12', '2026-11-30 15:23:03.23776+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '3cc4a543-1463-434a-ad4b-355ffdf8ec5e', 'Contoso production', '{"code": null, "kind": "edit-connector", "cloud": "azure", "connectorId": "406118"}', '7a7477dc-c29e-44e4-92de-566e25272a98'),
('13', '2026-11-30 15:23:03.279909+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '3cc4a543-1463-434a-ad4b-355ffdf8ec5e', 'Contoso production', '{"code": null, "kind": "edit-connector", "cloud": "azure", "connectorId": "406118"}', '7a7477dc-c29e-44e4-92de-566e25272a98'),
('14', '2026-11-30 15:23:03.311949+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '043f4a0c-d97f-47f2-aaae-7c0f94fbe34f', 'Fabrikam organization', '{"code": null, "kind": "edit-connector", "cloud": "aws", "connectorId": "406120"}', 'eb410b6b-c28a-48ed-a4bc-13c1680076d5'),
('15', '2026-11-30 15:23:03.348682+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '043f4a0c-d97f-47f2-aaae-7c0f94fbe34f', 'Fabrikam organization', '{"code": null, "kind": "edit-connector", "cloud": "aws", "connectorId": "406120"}', 'eb410b6b-c28a-48ed-a4bc-13c1680076d5'),
('16', '2026-11-30 15:23:03.37924+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '714b3df5-1998-47bb-a1f9-2dbc4160f872', 'Contoso production', '{"code": null, "kind": "run-connector", "cloud": "azure", "connectorId": "406118"}', '440b300a-ff10-42fe-9273-6a71c793e19b'),
('17', '2026-11-30 15:23:03.386497+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '714b3df5-1998-47bb-a1f9-2dbc4160f872', 'Contoso production', '{"code": null, "kind": "run-connector", "cloud": "azure", "connectorId": "406118"}', '440b300a-ff10-42fe-9273-6a71c793e19b'),
('18', '2026-11-30 15:23:03.424736+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '61332fd9-31a6-4a1b-8cc0-c0a8e3d30534', 'Contoso test', '{"code": null, "kind": "disable-connector", "cloud": "azure", "connectorId": "406119"}', '400263f4-11d9-4443-b723-da74d83cfafe'),
('19', '2026-11-30 15:23:03.445081+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '61332fd9-31a6-4a1b-8cc0-c0a8e3d30534', 'Contoso test', '{"code": null, "kind": "disable-connector", "cloud": "azure", "connectorId": "406119"}', '400263f4-11d9-4443-b723-da74d83cfafe'),
('20', '2026-11-30 15:23:03.478624+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'bb10cd9b-106b-41c9-84f7-4f9e89ed6dc9', 'Contoso test', '{"code": null, "kind": "enable-connector", "cloud": "azure", "connectorId": "406119"}', 'da7141ac-239c-42cc-9240-5dc4bcce9645'),
('21', '2026-11-30 15:23:03.49619+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'bb10cd9b-106b-41c9-84f7-4f9e89ed6dc9', 'Contoso test', '{"code": null, "kind": "enable-connector", "cloud": "azure", "connectorId": "406119"}', 'da7141ac-239c-42cc-9240-5dc4bcce9645'),
('22', '2026-11-30 15:23:03.534268+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'ddcab4ff-4498-458d-9d98-a0af696dc3de', 'Fabrikam organization', '{"code": null, "kind": "run-connector", "cloud": "aws", "connectorId": "406120"}', 'f40aa03d-2599-4b81-889a-43d99cc8903c'),
('23', '2026-11-30 15:23:03.558198+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'ddcab4ff-4498-458d-9d98-a0af696dc3de', 'Fabrikam organization', '{"code": null, "kind": "run-connector", "cloud": "aws", "connectorId": "406120"}', 'f40aa03d-2599-4b81-889a-43d99cc8903c'),
('24', '2026-11-30 15:23:03.628375+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '65043b07-cf83-48e8-a376-34b1ce63b140', 'Fabrikam organization', '{"code": null, "kind": "attach-member", "cloud": "aws", "connectorId": "406120"}', '75c268bb-c3ca-4d90-b47f-727c27919c6f'),
('25', '2026-11-30 15:23:03.644171+00', NULL, 'console', 'operation.failed', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '65043b07-cf83-48e8-a376-34b1ce63b140', 'Fabrikam organization', '{"code": "gateway-not-found", "kind": "attach-member", "cloud": "aws", "connectorId": "406120"}', '75c268bb-c3ca-4d90-b47f-727c27919c6f'),
('26', '2026-11-30 15:23:03.656106+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '164ccc48-fce9-4f7a-a1f3-f5abd9a24e87', 'Contoso test', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": null}', 'c1832c55-9f15-4c41-b899-9f4a4eb15c4e'),
('27', '2026-11-30 15:23:03.676648+00', NULL, 'console', 'operation.failed', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '164ccc48-fce9-4f7a-a1f3-f5abd9a24e87', 'Contoso test', '{"code": "name-taken", "kind": "create-connector", "cloud": "azure", "connectorId": null}', 'c1832c55-9f15-4c41-b899-9f4a4eb15c4e'),
('28', '2026-11-30 15:23:03.780904+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.queued', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '22e5e1ba-bc7b-4f9e-85c8-192c2a7366f6', 'Contoso production', '{"bulk": "bb8c0a5b-3677-406a-903b-50f72a7313c6", "kind": "disable-connector", "cloud": "azure", "connectorId": "406118"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('29', '2026-11-30 15:23:03.780904+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.queued', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'd8a8678a-5ce7-419b-ab41-044dc36c753e', 'Contoso test', '{"bulk": "bb8c0a5b-3677-406a-903b-50f72a7313c6", "kind": "disable-connector", "cloud": "azure", "connectorId": "406119"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('30', '2026-11-30 15:23:03.780904+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.queued', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'b28be13a-0162-4d60-86ba-0fc6f3ba6b10', 'Fabrikam test', '{"bulk": "bb8c0a5b-3677-406a-903b-50f72a7313c6", "kind": "disable-connector", "cloud": "aws", "connectorId": "406121"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('31', '2026-11-30 15:23:03.780904+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'bb8c0a5b-3677-406a-903b-50f72a7313c6', '3 connectors', '{"code": null, "kind": "disable-connectors", "connectors": 3}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('32', '2026-11-30 15:23:03.902558+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '22e5e1ba-bc7b-4f9e-85c8-192c2a7366f6', 'Contoso production', '{"code": null, "kind": "disable-connector", "cloud": "azure", "connectorId": "406118"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('33', '2026-11-30 15:23:03.90689+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'd8a8678a-5ce7-419b-ab41-044dc36c753e', 'Contoso test', '{"code": null, "kind": "disable-connector", "cloud": "azure", "connectorId": "406119"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('34', '2026-11-30 15:23:03.934486+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'b28be13a-0162-4d60-86ba-0fc6f3ba6b10', 'Fabrikam test', '{"code": null, "kind": "disable-connector", "cloud": "aws", "connectorId": "406121"}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('35', '2026-11-30 15:23:03.934486+00', NULL, 'console', 'operation.succeeded', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'bb8c0a5b-3677-406a-903b-50f72a7313c6', '3 connectors', '{"code": null, "kind": "disable-connectors", "connectors": 3}', '147ad16a-fc1e-46f1-8645-b9b7a4f720f3'),
('36', '2026-11-30 15:23:03.956894+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.queued', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f74f62b3-2443-496f-b5a4-8f2a9226f408', 'Fabrikam organization', '{"bulk": "07319e4f-4287-4cc5-825c-ba25ba728829", "kind": "run-connector", "cloud": "aws", "connectorId": "406120"}', 'afa7b8e2-908e-47a9-bef5-f4a8d4ac2cba'),
('37', '2026-11-30 15:23:03.956894+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '07319e4f-4287-4cc5-825c-ba25ba728829', '1 connector', '{"code": null, "kind": "run-connectors", "connectors": 1}', 'afa7b8e2-908e-47a9-bef5-f4a8d4ac2cba'),
('38', '2026-11-30 15:23:04.378075+00', NULL, 'console', 'operation.unknown', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'f74f62b3-2443-496f-b5a4-8f2a9226f408', 'Fabrikam organization', '{"code": "outcome-unknown", "kind": "run-connector", "cloud": "aws", "connectorId": "406120"}', 'afa7b8e2-908e-47a9-bef5-f4a8d4ac2cba'),
('40', '2026-11-30 15:23:05.499636+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '5366821b-90fa-4d4b-b31a-a0fd8641d8b2', 'Contoso test', '{"code": null, "kind": "edit-connector", "cloud": "azure", "connectorId": "406119"}', '19e6fc26-3835-4ca5-9b99-9fdd2495b636'),
('39', '2026-11-30 15:23:05.468561+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.paused', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '07319e4f-4287-4cc5-825c-ba25ba728829', '1 connector', '{"code": null, "kind": "run-connectors", "connectors": 1}', '074d7dd3-a6dc-40e0-b5cf-61b740552c8e'),
('41', '2026-11-30 15:23:05.513459+00', NULL, 'console', 'operation.unknown', '3fb6b00d-b1cb-475a-8a26-40b29564a360', '5366821b-90fa-4d4b-b31a-a0fd8641d8b2', 'Contoso test', '{"code": "outcome-unknown", "kind": "edit-connector", "cloud": "azure", "connectorId": "406119"}', '19e6fc26-3835-4ca5-9b99-9fdd2495b636'),
('42', '2026-11-30 15:23:05.52533+00', '95fc8901-a3ec-4ca2-bf7e-d8d5537c539a', 'Ada', 'operation.requested', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'e45be3a5-ff3d-43d7-98bc-1d7f63998801', 'Contoso lost', '{"code": null, "kind": "create-connector", "cloud": "azure", "connectorId": null}', 'ff0a2ae4-525c-4003-8ebb-c130c971e02a'),
('43', '2026-11-30 15:23:05.537262+00', NULL, 'console', 'operation.unknown', '3fb6b00d-b1cb-475a-8a26-40b29564a360', 'e45be3a5-ff3d-43d7-98bc-1d7f63998801', 'Contoso lost', '{"code": "outcome-unknown", "kind": "create-connector", "cloud": "azure", "connectorId": null}', 'ff0a2ae4-525c-4003-8ebb-c130c971e02a');
SELECT setval(pg_get_serial_sequence('activity', 'id'), (SELECT max(id) FROM activity));
