/** A10 and W7: enabling and disabling. */
import { AwsStatusRequest, AzureStatusQuery, isStatusAction, NumericIdList } from '@console/gateway-contract';
import type { Call, Handler } from '../http/call.ts';
import { badRequest, json } from '../http/reply.ts';
import { awsStatusRecord, azureStatusRecord } from '../wire/connector.ts';
import { wirePage } from '../wire/page.ts';
import { awsConnector, azureConnector } from './find.ts';

export const switchAzure: Handler = (call) => {
  const { action } = call.query(AzureStatusQuery);
  const connectors = call.body(NumericIdList).map((id) => azureConnector(call, id));
  for (const connector of connectors) connector.disabled = action === 'DISABLE';
  const page = { pageNumber: 0, pageSize: connectors.length };
  return json(wirePage(connectors, page, (connector) => azureStatusRecord(call.world, connector), 'rows'));
};

/** Answers with the record as it was before the change, as the sample does, with the id as a string and no description. */
export const switchAws: Handler = (call) => {
  const action = call.param('action');
  if (!isStatusAction(action))
    throw badRequest('Invalid value for field "action": must be ENABLE or DISABLE.');
  const connector = awsConnector(call, connectorToSwitch(call, action));
  const { description: _left, ...before } = awsStatusRecord(call.world, connector);
  connector.disabled = action === 'DISABLE';
  const page = { pageNumber: 0, pageSize: 1 };
  return json(wirePage([before], page, (record) => ({ ...record, id: String(record.id) }), 'rows'));
};

function connectorToSwitch(call: Call, action: string): number {
  if (call.settings.awsActionBody === 'ids') return call.body(NumericIdList)[0] ?? 0;
  const [named, id] = call.body(AwsStatusRequest).action.split(' ');
  if (named !== action) throw badRequest('Invalid value for field "action": path and body disagree.');
  return Number(id);
}
