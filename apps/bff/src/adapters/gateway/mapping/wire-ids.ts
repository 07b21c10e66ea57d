/** Ids in request bodies, where the documents want numbers. */
import { isNumericId } from '@console/gateway-contract';
import { notSent } from '../calls/failures.ts';

/** @throws GatewayError `rejected` for what is no id, or would lose digits as a number and so name another connector. */
export function toWireId(id: string): number {
  if (!isNumericId(id)) throw notSent('rejected', 'That is not an id of the gateway.');
  const wireId = Number(id);
  if (!Number.isSafeInteger(wireId))
    throw notSent('rejected', 'This id has more digits than a request can carry.');
  return wireId;
}
