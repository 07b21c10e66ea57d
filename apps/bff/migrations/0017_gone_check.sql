ALTER TABLE "connectors" ADD COLUMN "gone_check_at" timestamp with time zone;--> statement-breakpoint
-- As before, without the new column: when the console looks again is no fact of a connector.
CREATE OR REPLACE FUNCTION connector_facts(seen connectors) RETURNS jsonb LANGUAGE sql STABLE AS $$
	SELECT to_jsonb(seen) - ARRAY[
		'workspace_id', 'cloud', 'id', 'state_since', 'seen_at', 'asked_at', 'next_sync', 'detail', 'detail_at', 'detail_for', 'kept_until',
		'gone_check_at'
	]
$$;
