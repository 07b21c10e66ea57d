import type { Connector } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';

/** When the connector's job moves on, what its last job and its members were is old: both are read again at once. */
export function useFreshParts({ workspace, cloud, id }: ConnectorAddress, connector: Connector | undefined) {
  const queryClient = useQueryClient();
  const job = connector && `${connector.state} ${connector.lastSync}`;
  const known = useRef(job);
  useEffect(() => {
    const before = known.current;
    known.current = job ?? before;
    if (job === undefined || before === undefined || job === before) return;
    for (const noun of ['job-errors', 'members']) {
      void queryClient.invalidateQueries({ queryKey: [noun, workspace, cloud, id] });
    }
  }, [job, queryClient, workspace, cloud, id]);
}
