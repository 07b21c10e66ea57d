import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useKnownConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { buttonClass } from '../../ui/actions/button-class.ts';
import { ActivityLists } from './activity-lists.tsx';
import { NeverChanged } from './empty-states.tsx';

/** What was done to one connector through the console, bulks included. */
export function ConnectorActivity() {
  const { workspace, cloud, id } = useKnownConnectorAddress();
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="m-0 text-ink-3 text-sm">What was asked for through the console</p>
        <Link
          to={paths.activity(workspace, `cloud:${cloud} connector:${id}`)}
          className={buttonClass('plain', 'sm')}
        >
          Filter or export
        </Link>
      </div>
      <ActivityLists workspace={workspace} filter={{ cloud, connector: id }} empty={<NeverChanged />} />
    </div>
  );
}
