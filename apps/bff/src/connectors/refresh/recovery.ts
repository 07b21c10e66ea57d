/** A gateway that answers again is asked for the list that it did not give, sooner than the next round would. */
import type { Cloud, Freshness } from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';

type Deps = {
  freshnessOf: (workspaceId: string) => Promise<Pick<Freshness, Cloud | 'refreshing'>>;
  /** Within what the call budget leaves to background work, and one at a time. */
  refresh: (workspaceId: string) => void;
  clock: Clock;
  log: Log;
};

/** The lists alone may go on failing, and pages ask for connectors every few seconds. */
const pauseSeconds = 60;

/** To be told of every answer that the gateway gave for a connector. Never throws. */
export function createRecovery({ freshnessOf, refresh, clock, log }: Deps) {
  const askedAt = new Map<string, number>();

  return async (workspaceId: string, cloud: Cloud): Promise<void> => {
    const last = askedAt.get(workspaceId) ?? Number.NEGATIVE_INFINITY;
    if (clock.monotonic() - last < pauseSeconds * 1000) return;
    try {
      const freshness = await freshnessOf(workspaceId);
      // One under way may have asked for the list already, in vain: the next answer tells.
      if (freshness[cloud].failing === null || freshness.refreshing) return;
      askedAt.set(workspaceId, clock.monotonic());
      refresh(workspaceId);
    } catch (error) {
      log.warn({ workspaceId, state: toStoreError(error).state }, 'Whether a list fails could not be read');
    }
  };
}
