import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { hasHappened } from '../../../shared/operations/operation-queries.ts';
import { useAddressedOperation } from '../../../shared/operations/use-addressed-operation.ts';
import { isStillAt } from '../../../shared/page/use-late-navigate.ts';
import { useConnectorChanges } from './use-connector-changes.ts';

/** The changes of the connector on its own page: the newest stands in the address, and a deletion that happened leads to the list. */
export function usePageChanges({ workspace, cloud, id }: ConnectorAddress) {
  const [addressed, address] = useAddressedOperation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const changes = useConnectorChanges(workspace, addressed, (operation) => address(operation.id));
  const deleted = changes.operations.find(
    (one) =>
      one.kind === 'delete-connector' && one.cloud === cloud && one.connectorId === id && hasHappened(one),
  )?.id;
  useEffect(() => {
    if (deleted === undefined || !isStillAt(pathname)) return;
    void navigate(paths.connectorsAfter(workspace, deleted), { replace: true });
  }, [deleted, navigate, pathname, workspace]);
  return changes;
}
