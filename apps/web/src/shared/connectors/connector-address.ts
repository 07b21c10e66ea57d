import { ConnectorParams } from '@console/console-contract';
import { useParams } from 'react-router';

export type ConnectorAddress = { workspace: string; cloud: 'azure' | 'aws'; id: string };

/** Which connector the address names, or `null` when it names none that could exist. */
export function useConnectorAddress(): ConnectorAddress | null {
  const { workspace, cloud, id } = useParams();
  const parsed = ConnectorParams.safeParse({ workspace, cloud, id });
  return parsed.success ? parsed.data : null;
}

/** The same for pages below the connector's own, which has refused impossible addresses before. */
export function useKnownConnectorAddress(): ConnectorAddress {
  const address = useConnectorAddress();
  if (address === null) throw new Error('This part of a connector was opened without a connector.');
  return address;
}
