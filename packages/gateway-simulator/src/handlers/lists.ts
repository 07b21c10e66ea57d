/** A5 and W3: the connectors of one cloud, newest first. */
import { ListQuery } from '@console/gateway-contract';
import { type Call, type Handler, pageRequest } from '../http/call.ts';
import { badRequest, json } from '../http/reply.ts';
import { summaryWriter } from '../wire/connector.ts';
import { wirePage } from '../wire/page.ts';
import { readConnectorQuery, UnreadableQuery } from '../world/connector-filter.ts';
import type { Connector } from '../world/world.ts';

export const listAzure: Handler = (call) => list(call, 'azure');
export const listAws: Handler = (call) => list(call, 'aws');

function list(call: Call, cloud: Connector['cloud']) {
  const { query, ...asked } = call.query(ListQuery);
  const matches = query === undefined ? () => true : conditionOf(query);
  const found = [...call.world.connectors.values()]
    .filter((connector) => connector.cloud === cloud && matches(connector))
    .sort((one, other) => other.id - one.id);
  const size = cloud === 'azure' ? 'rows' : 'requested';
  return json(wirePage(found, pageRequest(asked, cloud), summaryWriter(call.world), size));
}

function conditionOf(query: string) {
  try {
    return readConnectorQuery(query);
  } catch (error) {
    if (error instanceof UnreadableQuery) throw badRequest(error.message);
    throw error;
  }
}
