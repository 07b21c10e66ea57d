-- Every visible change is told to whoever listens (adapters/database/change-feed.ts), by whatever way it was written.
-- Equal texts within one transaction are told once, so that a whole list read anew is one hint.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('console_changes', TG_ARGV[0] || ':' || coalesce(NEW.workspace_id, OLD.workspace_id));
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER connectors_come_and_go AFTER INSERT OR DELETE ON connectors
FOR EACH ROW EXECUTE FUNCTION tell_change('connectors');
--> statement-breakpoint
CREATE TRIGGER connectors_change AFTER UPDATE ON connectors
FOR EACH ROW WHEN (
	(OLD.name, OLD.state, OLD.state_text, OLD.enabled, OLD.organization_id, OLD.capabilities, OLD.members, OLD.last_sync, OLD.next_sync, OLD.newest_error)
	IS DISTINCT FROM
	(NEW.name, NEW.state, NEW.state_text, NEW.enabled, NEW.organization_id, NEW.capabilities, NEW.members, NEW.last_sync, NEW.next_sync, NEW.newest_error)
) EXECUTE FUNCTION tell_change('connectors');
--> statement-breakpoint
CREATE TRIGGER freshness_changes AFTER INSERT OR UPDATE OR DELETE ON cloud_freshness
FOR EACH ROW EXECUTE FUNCTION tell_change('freshness');
--> statement-breakpoint
CREATE TRIGGER operations_begin AFTER INSERT ON operations
FOR EACH ROW EXECUTE FUNCTION tell_change('operations');
--> statement-breakpoint
CREATE TRIGGER operations_move AFTER UPDATE ON operations
FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
EXECUTE FUNCTION tell_change('operations');
