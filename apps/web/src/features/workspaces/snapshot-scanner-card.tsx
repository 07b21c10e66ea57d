import type { ScannerRegistration } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { shortTimeText } from '../../shared/text/clock-time.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { VirtualTable } from '../../ui/table/virtual-table.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { scannerQuery } from './scanner-query.ts';

/** For whom the vendor's snapshot scanner works and with which images; read when asked. */
export function SnapshotScannerCard({ workspace }: { workspace: string }) {
  const scanner = useQuery(scannerQuery(workspace));
  const { data, error, isFetching } = scanner;
  return (
    <Card
      title="Snapshot scanner"
      actions={data && <span className="text-ink-3 text-sm">As of {shortTimeText(data.asOf)}</span>}
    >
      <div className="grid gap-4">
        <p className="m-0 text-ink-2">
          The AWS accounts whose snapshots the vendor scans, and the image it uses in each region.
        </p>
        <ProblemBanner error={error} />
        {data && <Accounts accounts={data.accounts} names={data.names} workspace={workspace} />}
        {data && <Images images={data.images} />}
        <div>
          <Button busy={isFetching} onClick={() => void scanner.refetch()}>
            {data ? 'Read again' : 'Read'}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type Account = ScannerRegistration['accounts'][number];
type AccountsProps = { accounts: Account[]; names: ReadonlyMap<string, string>; workspace: string };

function Accounts({ accounts, names, workspace }: AccountsProps) {
  if (accounts.length === 0) {
    return (
      <p className="m-0">No account is registered: snapshot scanning is not set up in this subscription.</p>
    );
  }
  return (
    <Framed>
      <VirtualTable
        label="Accounts of the snapshot scanner"
        density="compact"
        rows={accounts}
        rowId={(account) => `${account.accountId} ${account.connectorId}`}
        maxHeight="280px"
        minWidth={320}
        columns={[
          {
            id: 'account',
            header: `Account (${numberText(accounts.length)})`,
            width: '1fr',
            cell: ({ accountId }) => <bdi className="font-mono text-sm">{accountId}</bdi>,
          },
          {
            id: 'connector',
            header: 'Connector',
            width: '1fr',
            cell: ({ connectorId }) => (
              <ConnectorOfAccount id={connectorId} names={names} workspace={workspace} />
            ),
          },
        ]}
      />
    </Framed>
  );
}

/** Organization connectors have a page here; an account's own connector is known by its number only. */
function ConnectorOfAccount({
  id,
  names,
  workspace,
}: Pick<AccountsProps, 'names' | 'workspace'> & { id: string | null }) {
  if (id === null) return <span className="text-ink-3">–</span>;
  const name = names.get(id);
  if (name === undefined) return <span className="font-mono text-ink-2 text-sm">{id}</span>;
  return (
    <Link to={paths.connector(workspace, 'aws', id)} className="text-accent-ink">
      <bdi>{name}</bdi>
    </Link>
  );
}

function Images({ images }: { images: ScannerRegistration['images'] }) {
  if (images.length === 0) return <p className="m-0">The vendor named no image.</p>;
  return (
    <Framed>
      <VirtualTable
        label="Images of the snapshot scanner"
        density="compact"
        rows={images}
        rowId={({ region }) => region}
        maxHeight="280px"
        minWidth={320}
        columns={[
          {
            id: 'region',
            header: `Region (${images.length})`,
            width: '1fr',
            cell: ({ region }) => <bdi className="font-mono text-sm">{region}</bdi>,
          },
          {
            id: 'image',
            header: 'Image',
            width: '1fr',
            cell: ({ image }) => <bdi className="font-mono text-sm">{image}</bdi>,
          },
        ]}
      />
    </Framed>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return <div className="rounded-md border border-line">{children}</div>;
}
