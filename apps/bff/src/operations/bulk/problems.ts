/** What a person is told of an item that a bulk could not do as it was asked for. */
import type { GatewayProblem } from '../../ports/gateway-problem.ts';

export const changedMeanwhile: GatewayProblem = {
  code: 'conflict',
  message: 'Another change of this connector was under way when its turn came.',
  kept: 'Nothing of this one was sent.',
  next: 'Retry it once the other change is settled.',
};

export const passedOver: GatewayProblem = {
  code: 'gateway-rejected',
  message: 'The gateway did not mark the connector for running, because it is disabled.',
  kept: 'The connector is as it was.',
  next: 'Enable it, then retry.',
};
