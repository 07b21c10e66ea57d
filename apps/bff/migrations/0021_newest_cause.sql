ALTER TABLE "connectors" ADD COLUMN "newest_cause" text;--> statement-breakpoint
-- As before, without the new column: it is derived from the error, and another version of the console may derive it anew.
CREATE OR REPLACE FUNCTION connector_facts(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(seen) - ARRAY[
		'workspace_id', 'cloud', 'id', 'state_since', 'seen_at', 'asked_at', 'next_sync', 'detail', 'detail_at', 'detail_for', 'kept_until',
		'gone_check_at', 'newest_cause'
	]
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION shown_besides(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT jsonb_build_array(
		seen.next_sync, seen.detail->'tenantId', CASE WHEN seen.state = 'errors' THEN seen.detail_for END, seen.newest_cause
	)
$$;
