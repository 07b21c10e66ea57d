/** Finds a connector that was just created. Names are unique before it is sent, so whatever has the name afterwards may be it. */
import type { BareProblem, Cloud, Connector } from '@console/console-contract';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import type { Finding } from '../change.ts';
import { nameTaken } from '../problems.ts';

type Named = { cloud: Cloud; name: string };

export async function refuseTakenName(
  gateway: ConnectorGateway,
  { cloud, name }: Named,
): Promise<BareProblem | null> {
  const existing = await gateway.findByName(cloud, name);
  return existing.length === 0 ? null : nameTaken(name);
}

/** `isOurs` compares what the gateway tells of it; two that fit are for a person to decide between. */
export async function findNamed(
  gateway: ConnectorGateway,
  { cloud, name }: Named,
  isOurs: (detail: Connector) => boolean,
): Promise<Finding> {
  const named = await gateway.findByName(cloud, name);
  const details = await Promise.all(named.map(({ id }) => readIfThere(gateway, cloud, id)));
  const ours = details.filter((detail) => detail !== null).filter(isOurs);
  const [first, ...others] = ours;
  if (first === undefined) return { kind: 'nothing-yet' };
  if (others.length > 0) return { kind: 'several', candidates: ours.map(({ id }) => id) };
  return { kind: 'happened', connector: first };
}

/** `null` when the gateway does not know it. */
export async function readIfThere(
  gateway: ConnectorGateway,
  cloud: Cloud,
  id: string,
): Promise<Connector | null> {
  try {
    return await gateway.readConnector(cloud, id);
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'not-found') return null;
    throw error;
  }
}
