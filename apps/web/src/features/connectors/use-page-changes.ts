import type { Operation } from '@console/console-contract';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { hasHappened } from '../../shared/operation-queries.ts';
import { useWhileShown } from '../../ui/use-while-shown.ts';
import { useConnectorChanges } from './use-connector-changes.ts';

/** The changes of the connector on its own page: the newest stands in the address, and a deletion that happened leads to the list. */
export function usePageChanges({ workspace, cloud, id }: ConnectorAddress) {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  // Whoever has gone on to another page before the answer came is not fetched back.
  const follow = useWhileShown((operation: Operation) =>
    setSearch({ operation: operation.id }, { replace: true }),
  );
  const changes = useConnectorChanges(workspace, search.get('operation'), follow);
  const deleted = changes.operations.find(
    (one) =>
      one.kind === 'delete-connector' && one.cloud === cloud && one.connectorId === id && hasHappened(one),
  )?.id;
  useEffect(() => {
    if (deleted !== undefined) void navigate(paths.connectorsAfter(workspace, deleted), { replace: true });
  }, [deleted, navigate, workspace]);
  return changes;
}
