ALTER TABLE "connectors" ADD COLUMN "unlisted_since" timestamp with time zone;--> statement-breakpoint
-- As before, without the new column: that a list is narrower is no fact of a connector.
CREATE OR REPLACE FUNCTION connector_facts(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(seen) - ARRAY[
		'workspace_id', 'cloud', 'id', 'state_since', 'seen_at', 'asked_at', 'next_sync', 'detail', 'detail_at', 'detail_for', 'kept_until',
		'gone_check_at', 'newest_cause', 'unlisted_since'
	]
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION shown_besides(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT jsonb_build_array(
		seen.next_sync, seen.detail->'tenantId', CASE WHEN seen.state = 'errors' THEN seen.detail_for END, seen.newest_cause,
		seen.unlisted_since IS NOT NULL, seen.detail_at > seen.unlisted_since
	)
$$;
--> statement-breakpoint
-- Since when was not noted of those that lists lack already: the next list that lacks them notes it, and their details are asked for anew.
UPDATE "connectors" SET "gone_check_at" = NULL WHERE "gone_check_at" IS NOT NULL;
