import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { EmptyState } from '../../../ui/status/page-states.tsx';
import { numberText } from '../../../ui/time/number-text.ts';

/** First use: what a connector is, and how to begin. */
export function NoConnectors({ workspace }: { workspace: string }) {
  const refused = useRefusal('connectors.onboard');
  return (
    <EmptyState
      title="No connector yet"
      actions={
        refused === undefined && (
          <>
            <Link to={paths.newAzureConnector(workspace)} className={buttonClass('primary')}>
              Onboard an Azure tenant
            </Link>
            <Link to={paths.newAwsConnector(workspace)} className={buttonClass('primary')}>
              Onboard an AWS organization
            </Link>
          </>
        )
      }
    >
      A connector reads one Azure tenant or one AWS organization and makes a member for each subscription or
      account in it.
      {refused !== undefined && ' A user with the role operator or above can onboard the first one.'}
    </EmptyState>
  );
}

/** A filter that fits nothing: the filter stays, and one press takes it away. */
export function NoMatch({ total, onClear }: { total: number; onClear: () => void }) {
  return (
    <EmptyState title="No connector matches" actions={<Button onClick={onClear}>Clear filter</Button>}>
      None of the {numberText(total)} connectors fits the filter above.
    </EmptyState>
  );
}
