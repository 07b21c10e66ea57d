/** Reads one cloud's list into the snapshot. A failure is a fact to keep and to show, not an error. */
import type { BareProblem, Cloud, ProblemCode } from '@console/console-contract';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import type { Log } from '../../ports/log.ts';
import type { CloudOutcome, FreshnessStore } from '../snapshot/freshness-store.ts';
import type { ObserveList } from '../snapshot/observe-list.ts';
import type { AskedAt } from '../snapshot/overtaken.ts';

type CloudRefresh = { workspaceId: string; cloud: Cloud; gateway: ConnectorGateway; askedAt: AskedAt };
export type RefreshCloud = (refresh: CloudRefresh) => Promise<void>;

type Deps = { observeList: ObserveList; freshness: FreshnessStore; log: Log };

export function createCloudRefresh({ observeList, freshness, log }: Deps): RefreshCloud {
  const tell = createTroubleLog(log);
  return async ({ workspaceId, cloud, gateway, askedAt }) => {
    const listing = await attempt(() => gateway.listConnectors(cloud));
    if ('problem' in listing) {
      await settle(workspaceId, cloud, notListed(askedAt, listing.problem));
      return;
    }
    const { rows, incomplete } = listing.value;
    // The list is worth keeping without knowing which connectors are disabled; the freshness says why.
    const disabled = await attempt(() => gateway.listDisabledIds(cloud));
    const ids = 'problem' in disabled ? null : disabled.value;
    await keep(workspaceId, cloud, { rows, incomplete, disabled: ids, askedAt });
    const problem = 'problem' in disabled ? disabled.problem : null;
    await settle(workspaceId, cloud, { askedAt, listed: true, incomplete, problem });
  };

  /** A list that cannot be kept is as bad for the user as one that cannot be read; why, only the log can tell. */
  async function keep(...[workspaceId, cloud, listing]: Parameters<ObserveList>): Promise<void> {
    try {
      await observeList(workspaceId, cloud, listing);
    } catch (error) {
      await settle(workspaceId, cloud, notListed(listing.askedAt, notKept));
      throw error;
    }
  }

  async function settle(workspaceId: string, cloud: Cloud, outcome: CloudOutcome): Promise<void> {
    await freshness.save(workspaceId, cloud, outcome);
    tell(workspaceId, cloud, outcome.problem?.code ?? null);
  }
}

/** A failure is logged when it begins, changes or ends: at every refresh it would bury everything else. */
function createTroubleLog(log: Log) {
  const reported = new Map<string, ProblemCode>();
  return (workspaceId: string, cloud: Cloud, code: ProblemCode | null): void => {
    const key = `${workspaceId}/${cloud}`;
    const before = reported.get(key);
    if (code === null) {
      reported.delete(key);
      // As loud as the beginning: an operator who was told of that waits for this.
      if (before !== undefined) log.warn({ workspaceId, cloud }, 'A list can be read again');
    } else if (code !== before) {
      reported.set(key, code);
      log.warn({ workspaceId, cloud, code }, 'A list could not be read');
    }
  };
}

function notListed(askedAt: AskedAt, problem: BareProblem): CloudOutcome {
  return { askedAt, listed: false, incomplete: false, problem };
}

const notKept: BareProblem = {
  code: 'internal',
  message: 'The console could not keep the list that it read.',
  kept: 'What was listed before is still there.',
  next: 'Tell an administrator of the console: its log says why.',
};

async function attempt<T>(call: () => Promise<T>) {
  try {
    return { value: await call() };
  } catch (error) {
    const problem = knownProblem(error);
    if (problem === null) throw error;
    return { problem };
  }
}
