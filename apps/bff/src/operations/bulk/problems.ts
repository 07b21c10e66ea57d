/** What a person is told of an item that a bulk could not do as it was asked for. */
import type { BareProblem } from '@console/console-contract';

export const busyAtItsTurn: BareProblem = {
  code: 'conflict',
  message: 'Another change of this connector was under way when its turn came.',
  kept: 'Nothing was sent.',
  next: 'Retry it once the other change is settled.',
};

export const passedOver: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway did not mark the connector for running, because it is disabled.',
  kept: 'Nothing was changed.',
  next: 'Enable it, then retry.',
};
