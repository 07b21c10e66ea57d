/** Sends items of Azure together: A7 and A10 take a list of ids, so fifty connectors cost one call. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import { type GatewayProblem, problemOfGateway } from '../../ports/gateway-problem.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import type { Outcome } from '../change.ts';
import { internalFault, notSeenYet, outcomeUnknown } from '../problems.ts';
import type { Progress } from '../progress.ts';
import type { OperationRow } from '../rows.ts';
import type { OperationStore } from '../store.ts';
import type { ItemStore } from './item-store.ts';
import type { OneByOne } from './one-by-one.ts';
import { passedOver } from './problems.ts';
import type { BulkRow } from './rows.ts';
import { type Verdict, verdictOn } from './verdict.ts';

type Deps = {
  items: Pick<ItemStore, 'markSent' | 'putBack'>;
  store: Pick<OperationStore, 'markAccepted'>;
  progress: Pick<Progress, 'keep' | 'conclude'>;
  oneByOne: OneByOne;
  backgroundGatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  /** Brings the snapshot in line with what a list has just shown. */
  noteEnabled: (workspaceId: string, ids: readonly string[], enabled: boolean) => Promise<void>;
};

export const mostPerCall = 50;
/** Kinds that the gateway takes many of at once, for Azure. */
export const arrayKinds: readonly BulkRow['kind'][] = [
  'run-connectors',
  'enable-connectors',
  'disable-connectors',
];

// The gateway's lists may lag a little behind its own answers.
const pausesBeforeLooking = [0, 700, 1500, 3000];

export type ArrayCall = (bulk: BulkRow, chosen: readonly OperationRow[]) => Promise<Verdict>;

export function createArrayCall(deps: Deps): ArrayCall {
  const { items, store, progress, oneByOne, backgroundGatewayOf, noteEnabled } = deps;

  return async (bulk, chosen) => {
    const call = Promise.withResolvers<Verdict | 'one-by-one'>();
    const whole = sendTogether(bulk, chosen);
    whole.then(call.resolve, call.reject);
    // Held as under way until all of it is over, so that nobody else looks after one of them meanwhile.
    for (const item of chosen) progress.keep(item, () => whole.then(() => {}));
    const verdict = await call.promise;
    if (verdict !== 'one-by-one') return verdict;
    return inTurns(bulk, chosen);
  };

  /** The gateway refuses a whole list for one bad id; each by itself gets its own answer. */
  async function inTurns(bulk: BulkRow, chosen: readonly OperationRow[]): Promise<Verdict> {
    for (let at = 0; at < chosen.length; at += turnsAtOnce) {
      const verdict = await oneByOne.sendAll(bulk, chosen.slice(at, at + turnsAtOnce));
      if (verdict.kind !== 'go-on') return verdict;
    }
    return { kind: 'go-on' };
  }

  async function sendTogether(
    bulk: BulkRow,
    chosen: readonly OperationRow[],
  ): Promise<Verdict | 'one-by-one'> {
    const gateway = await backgroundGatewayOf(bulk.workspaceId);
    const sent: OperationRow[] = [];
    for (const item of chosen) {
      const ready = await oneByOne.upToDate(bulk, item);
      if (await items.markSent(item.id)) sent.push(ready);
    }
    if (sent.length === 0) return { kind: 'go-on' };
    const answer = await askFor(bulk, sent, gateway);
    if (answer.kind === 'refused') return takeBack(answer.problem, sent);
    if (answer.kind === 'lost') await concludeAll(sent, { kind: 'unknown', problem: answer.problem });
    else if (bulk.kind === 'run-connectors') await concludeRuns(sent, answer.marked, gateway);
    else await concludeSwitches(sent, bulk, gateway);
    return { kind: 'go-on' };
  }

  async function takeBack(
    problem: GatewayProblem,
    sent: readonly OperationRow[],
  ): Promise<Verdict | 'one-by-one'> {
    const verdict = verdictOn(problem);
    const alone = verdict.kind === 'go-on' && sent.length === 1;
    if (alone) await concludeAll(sent, { kind: 'failed', problem });
    else await items.putBack(sent.map(({ id }) => id));
    return verdict.kind === 'go-on' && !alone ? 'one-by-one' : verdict;
  }

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
    const { seen, problem } = await lookForSwitched(ids, enabled, gateway);
    await noteEnabled(workspaceId, [...seen], enabled);
    const isSeen = ({ connectorId }: OperationRow) => seen.has(connectorId ?? '');
    await concludeAll(sent.filter(isSeen), { kind: 'done', connector: null });
    const unseen = sent.filter((item) => !isSeen(item));
    await concludeAll(unseen, { kind: 'unknown', problem: notSeenYet(problem) });
  }

  async function concludeAll(chosen: readonly OperationRow[], outcome: Outcome): Promise<void> {
    for (const item of chosen) await progress.conclude(item, outcome, null);
  }
}

const turnsAtOnce = 4;

type Asked =
  | { kind: 'answered'; marked: number | null }
  /** Surely not accepted. */
  | { kind: 'refused'; problem: GatewayProblem }
  | { kind: 'lost'; problem: GatewayProblem };

async function askFor(
  { kind }: BulkRow,
  sent: readonly OperationRow[],
  gateway: ConnectorGateway,
): Promise<Asked> {
  const ids = sent.map(({ connectorId }) => connectorId ?? '');
  try {
    if (kind === 'run-connectors') return { kind: 'answered', ...(await gateway.runAzure(ids)) };
    await gateway.setAzureEnabled(ids, kind === 'enable-connectors');
    return { kind: 'answered', marked: null };
  } catch (error) {
    if (error instanceof GatewayError && error.acted === 'no') {
      return { kind: 'refused', problem: problemOfGateway(error) };
    }
    return { kind: 'lost', problem: outcomeUnknown(knownProblem(error)) };
  }
}

async function lookForSwitched(ids: readonly string[], enabled: boolean, gateway: ConnectorGateway) {
  let seen = new Set<string>();
  let problem: GatewayProblem | null = null;
  for (const milliseconds of pausesBeforeLooking) {
    await pause(milliseconds);
    const disabled = await disabledAmong(gateway);
    problem = disabled.problem;
    if (disabled.ids === null) break;
    seen = new Set(ids.filter((id) => disabled.ids.has(id) !== enabled));
    if (seen.size === ids.length) break;
  }
  return { seen, problem };
}

type Disabled = { ids: Set<string>; problem: null } | { ids: null; problem: GatewayProblem };

async function disabledAmong(gateway: ConnectorGateway): Promise<Disabled> {
  try {
    return { ids: await gateway.listDisabledIds('azure'), problem: null };
  } catch (error) {
    return { ids: null, problem: knownProblem(error) ?? internalFault };
  }
}
