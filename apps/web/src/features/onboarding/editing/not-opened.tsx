import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { usePage } from '../../../shared/page/use-page.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { PageHeader } from '../../../ui/layout/page-header.tsx';

export interface NotOpenedProps {
  /** "Edit", "Clone". */
  title: string;
  address: ConnectorAddress;
  error: unknown;
  onRetry: () => void;
}

/** The connector could not be read, so there is nothing to begin with; the way back stays. */
export function NotOpened({ title, address, error, onRetry }: NotOpenedProps) {
  const { workspace, cloud, id } = address;
  usePage(title, `Connector ${id}`);
  return (
    <>
      <PageHeader title={`${title} connector ${id}`} />
      <p className="m-0 max-w-[70ch] text-ink-2">
        This starts from the connector as the gateway has it now, so that other users’ changes are not
        overwritten. Nothing was changed.
      </p>
      <ProblemState
        error={error}
        actions={
          <>
            <Button onClick={onRetry}>Try again</Button>
            <Link to={paths.connector(workspace, cloud, id)} className={buttonClass('quiet')}>
              Back to the connector
            </Link>
          </>
        }
      />
    </>
  );
}
