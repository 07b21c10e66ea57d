/** What came of items that were sent together: the gateway's one answer says little of each, so a list tells. */
import type { BareProblem } from '@console/console-contract';
import { type Clock, pause } from '../../ports/clock.ts';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import { type Outcome, pausesBeforeLooking } from '../change.ts';
import { internalFault, notSeenYet } from '../problems.ts';
import type { Progress } from '../progress.ts';
import type { OperationRow } from '../rows.ts';
import type { OperationStore } from '../store.ts';
import { passedOver } from './problems.ts';
import type { BulkRow } from './rows.ts';

export type ConclusionDeps = {
  store: Pick<OperationStore, 'markAccepted'>;
  progress: Pick<Progress, 'conclude'>;
  /** Brings the snapshot in line with what a list has just shown. */
  saveEnabled: (workspaceId: string, ids: readonly string[], enabled: boolean) => Promise<void>;
  clock: Clock;
};

export function createConclusions({ store, progress, saveEnabled, clock }: ConclusionDeps) {
  return { concludeAll, concludeRuns, concludeSwitches };

  /** The sentence only counts: with fewer than asked for, the disabled ones were passed over. */
  async function concludeRuns(
    sent: readonly OperationRow[],
    marked: number | null,
    gateway: ConnectorGateway,
  ): Promise<void> {
    if (marked === sent.length) return concludeAll(sent, { kind: 'done', connector: null });
    const disabled = await disabledAmong(gateway);
    const skipped = sent.filter(({ connectorId }) => disabled.ids?.has(connectorId ?? ''));
    const others = sent.filter((item) => !skipped.includes(item));
    await concludeAll(skipped, { kind: 'failed', problem: passedOver });
    const explained = disabled.ids !== null && marked === others.length;
    await concludeAll(
      others,
      explained
        ? { kind: 'done', connector: null }
        : { kind: 'unknown', problem: notSeenYet(disabled.problem) },
    );
  }

  /** Their answers can lie: one list of the disabled ones tells of all of them. */
  async function concludeSwitches(
    sent: readonly OperationRow[],
    { kind, workspaceId }: BulkRow,
    gateway: ConnectorGateway,
  ): Promise<void> {
    for (const { id } of sent) await store.markAccepted(id);
    const enabled = kind === 'enable-connectors';
    const ids = sent.map(({ connectorId }) => connectorId ?? '');
    const { seen, problem } = await lookForSwitched({ ids, enabled, gateway, clock });
    await saveEnabled(workspaceId, [...seen], enabled);
    const isSeen = ({ connectorId }: OperationRow) => seen.has(connectorId ?? '');
    await concludeAll(sent.filter(isSeen), { kind: 'done', connector: null });
    const unseen = sent.filter((item) => !isSeen(item));
    await concludeAll(unseen, { kind: 'unknown', problem: notSeenYet(problem) });
  }

  async function concludeAll(chosen: readonly OperationRow[], outcome: Outcome): Promise<void> {
    for (const item of chosen) await progress.conclude(item, outcome, null);
  }
}

type Look = { ids: readonly string[]; enabled: boolean; gateway: ConnectorGateway; clock: Clock };

async function lookForSwitched({ ids, enabled, gateway, clock }: Look) {
  let seen = new Set<string>();
  let problem: BareProblem | null = null;
  for (const seconds of pausesBeforeLooking) {
    await pause(clock, seconds);
    const disabled = await disabledAmong(gateway);
    problem = disabled.problem;
    if (disabled.ids === null) break;
    seen = new Set(ids.filter((id) => disabled.ids.has(id) !== enabled));
    if (seen.size === ids.length) break;
  }
  return { seen, problem };
}

type Disabled = { ids: Set<string>; problem: null } | { ids: null; problem: BareProblem };

async function disabledAmong(gateway: ConnectorGateway): Promise<Disabled> {
  try {
    return { ids: await gateway.listDisabledIds('azure'), problem: null };
  } catch (error) {
    return { ids: null, problem: knownProblem(error) ?? internalFault };
  }
}
