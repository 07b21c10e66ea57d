import type { AwsEditing, AzureEditing } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useSearchParams } from 'react-router';
import { type ConnectorAddress, useConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/status/page-states.tsx';
import { ReadOnly } from '../read-only.tsx';
import { editingQueries } from './editing-queries.ts';
import { Editor } from './editor.tsx';
import { NotOpened } from './not-opened.tsx';

const AzureEditor = lazy(async () => {
  const { azure } = await import('../azure/azure.ts');
  return { default: (props: Props<AzureEditing>) => <Editor cloud={azure} {...props} /> };
});
const AwsEditor = lazy(async () => {
  const { aws } = await import('../aws/aws.ts');
  return { default: (props: Props<AwsEditing>) => <Editor cloud={aws} {...props} /> };
});

type Props<Opened> = { workspace: string; opened: Opened; named: string };

/** The steps of the wizard, filled in with a connector as the gateway tells it now. */
export function EditPage() {
  const address = useConnectorAddress();
  const refused = useRefusal('connectors.change');
  if (refused !== undefined) return <ReadOnly title="Edit" refused={refused} />;
  if (address === null) return <EmptyState title="No such connector">The address names none.</EmptyState>;
  return <OpenedEditor key={`${address.cloud}/${address.id}`} address={address} />;
}

function OpenedEditor({ address }: { address: ConnectorAddress }) {
  const opened = useQuery(editingQueries.opened(address));
  const [search] = useSearchParams();
  const named = search.get('step') ?? 'basics';
  if (opened.data === undefined) {
    if (opened.error === null)
      return <SkeletonRows label="Reading the connector from the gateway" rows={8} />;
    return (
      <NotOpened title="Edit" address={address} error={opened.error} onRetry={() => void opened.refetch()} />
    );
  }
  const { workspace } = address;
  if (opened.data.cloud === 'aws') {
    return <AwsEditor workspace={workspace} opened={opened.data} named={named} />;
  }
  return <AzureEditor workspace={workspace} opened={opened.data} named={named} />;
}
