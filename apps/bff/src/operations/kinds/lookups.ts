/** What several kinds look up at the gateway to learn whether a change makes sense, or has happened. */
import { type BareProblem, type Cloud, type Connector, comparableName } from '@console/console-contract';
import type { ConnectorGateway, ListedConnector } from '../../ports/connector-gateway.ts';
import { cutShort, GatewayError } from '../../ports/gateway-error.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import { internalFault, nameTaken } from '../problems.ts';
import type { Finding } from './kind.ts';

type Named = { cloud: Cloud; name: string };

export async function refuseTakenName(
  gateway: ConnectorGateway,
  { cloud, name }: Named,
): Promise<BareProblem | null> {
  return (await hasName(gateway, { cloud, name })) ? nameTaken(name) : null;
}

/** Where the list does not tell, the gateway itself refuses a name that is taken. */
async function hasName(gateway: ConnectorGateway, { cloud, name }: Named): Promise<boolean> {
  try {
    return (await gateway.findByName(cloud, name)).length > 0;
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'cut-short') return false;
    throw error;
  }
}

/**
 * Finds a connector that was just created. Names are unique before it is sent, so whatever has the name afterwards may be it. `isOurs`
 * compares what the gateway tells of it; two that fit are for a user to decide between.
 */
export async function findNamed(
  gateway: ConnectorGateway,
  named: Named,
  isOurs: (detail: Connector) => boolean,
): Promise<Finding> {
  const found = await gateway.findByName(named.cloud, named.name);
  const ours = (await detailsOf(gateway, found)).filter(isOurs);
  const [first, ...others] = ours;
  if (first === undefined) return { kind: 'nothing-yet' };
  if (others.length > 0) return { kind: 'several', candidates: ours.map(({ id }) => id) };
  return { kind: 'happened', connector: first };
}

const mostNear = 5;

/** Connectors that may be one just created whose name the gateway changed: cut short, in other letters or with other characters. */
export async function findNearlyNamed(
  gateway: ConnectorGateway,
  { cloud, name }: Named,
  isOurs: (detail: Connector) => boolean,
): Promise<string[]> {
  const { rows, incomplete } = await gateway.listConnectors(cloud);
  const near = rows.filter((row) => isNearly(row.name, name)).slice(0, mostNear);
  if (incomplete && near.length === 0) throw cutShort();
  return (await detailsOf(gateway, near)).filter(isOurs).map(({ id }) => id);
}

/** Shorter names begin alike all the time: “Prod 1” is no “Prod 12” cut short. */
const shortestCut = 32;

function isNearly(reported: string, asked: string): boolean {
  const [one, other] = [lettersOf(reported), lettersOf(asked)];
  return one !== '' && (one === other || (one.length >= shortestCut && other.startsWith(one)));
}

function lettersOf(name: string): string {
  return comparableName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

async function detailsOf(gateway: ConnectorGateway, rows: readonly Pick<ListedConnector, 'cloud' | 'id'>[]) {
  const details = await Promise.all(
    rows.map(({ cloud, id }) => readIfThere(() => gateway.readConnector(cloud, id))),
  );
  return details.filter((detail) => detail !== null);
}

/** `null` when the gateway does not know it. */
export async function readIfThere<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** Which of these are attached. A14 also lists members that were detached and are remembered as such. */
export async function attachedAmong(
  gateway: ConnectorGateway,
  connectorId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const { rows, incomplete } = await gateway.listAzureMembers(connectorId);
  const attached = new Set(rows.filter((row) => row.attached !== false).map(({ id }) => id));
  const listed = new Set(rows.map(({ id }) => id));
  if (incomplete && memberIds.some((id) => !listed.has(id))) throw cutShort();
  return memberIds.filter((id) => attached.has(id));
}

type Disabled = { ids: Set<string>; problem: null } | { ids: null; problem: BareProblem };

/** The disabled connectors of Azure, or why they could not be listed. */
export async function disabledAmong(gateway: ConnectorGateway): Promise<Disabled> {
  try {
    return { ids: await gateway.listDisabledIds('azure'), problem: null };
  } catch (error) {
    return { ids: null, problem: knownProblem(error) ?? internalFault };
  }
}
