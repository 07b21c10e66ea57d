/** Finds out by reading what came of a change whose answer was lost. */
import type { Connector } from '@console/console-contract';
import { workingStates } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import type { OperationRow } from './rows.ts';
import type { OperationRequest } from './tables.ts';

export type Finding =
  | { kind: 'happened'; connector: Connector }
  | { kind: 'nothing-yet' }
  | { kind: 'several'; candidates: string[] };

/** May throw a `GatewayError`: then nothing is known yet. */
export async function look(operation: OperationRow, gateway: ConnectorGateway): Promise<Finding> {
  const { request } = operation;
  return request.kind === 'create-connector'
    ? lookForCreated(request, gateway)
    : lookForRun(operation, request, gateway);
}

type CreateRequest = Extract<OperationRequest, { kind: 'create-connector' }>;
type RunRequest = Extract<OperationRequest, { kind: 'run-connector' }>;

/** Ours is one of that name that was not there before and belongs to the same tenant and application. */
async function lookForCreated({ spec, before }: CreateRequest, gateway: ConnectorGateway): Promise<Finding> {
  const named = await gateway.findByName('azure', spec.name);
  const details = await Promise.all(
    named.filter(({ id }) => !before.includes(id)).map(({ id }) => readIfThere(gateway, id)),
  );
  const ours = details.filter((detail) => detail !== null).filter((detail) => isOf(spec, detail));
  const [first, ...others] = ours;
  if (first === undefined) return { kind: 'nothing-yet' };
  if (others.length > 0) return { kind: 'several', candidates: ours.map(({ id }) => id) };
  return { kind: 'happened', connector: first };
}

async function lookForRun(
  { cloud, connectorId }: OperationRow,
  { stateBefore, lastSyncBefore }: RunRequest,
  gateway: ConnectorGateway,
): Promise<Finding> {
  if (connectorId === null) return { kind: 'nothing-yet' };
  const connector = await gateway.readConnector(cloud, connectorId);
  const works = workingStates.includes(connector.state) && connector.state !== stateBefore;
  const synced = connector.lastSync !== null && connector.lastSync !== lastSyncBefore;
  return works || synced ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
}

async function readIfThere(gateway: ConnectorGateway, id: string): Promise<Connector | null> {
  try {
    return await gateway.readConnector('azure', id);
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'not-found') return null;
    throw error;
  }
}

function isOf(spec: CreateRequest['spec'], detail: Connector): boolean {
  if (detail.cloud !== 'azure') return false;
  return same(detail.tenantId, spec.tenantId) && same(detail.applicationId, spec.applicationId);
}

/** What the gateway leaves out cannot speak against it. */
function same(told: string | null, asked: string): boolean {
  return told === null || told.toLowerCase() === asked.toLowerCase();
}
