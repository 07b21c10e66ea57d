/** Sends items of Azure together, where their kind can be: one call of the vendor takes a list of ids, so fifty connectors cost one. */
import type { BareProblem } from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import { problemOfGateway } from '../../ports/gateway-problem.ts';
import type { Outcome, Together } from '../kinds/kind.ts';
import { outcomeUnknown } from '../problems.ts';
import { meantFor, type OperationRow } from '../rows.ts';
import type { Progress } from '../settlement/progress.ts';
import type { OperationStore } from '../store.ts';
import type { ItemStore } from './item-store.ts';
import type { OneByOne } from './one-by-one.ts';
import type { BulkRow } from './rows.ts';
import { type Verdict, verdictOn } from './verdict.ts';

type Deps = {
  items: Pick<ItemStore, 'markSent' | 'putBack'>;
  store: Pick<OperationStore, 'markAccepted'>;
  progress: Pick<Progress, 'keep' | 'conclude'>;
  oneByOne: OneByOne;
  backgroundGatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
  /** Brings the snapshot in line with what a list has just shown. */
  saveEnabled: (workspaceId: string, ids: readonly string[], enabled: boolean) => Promise<void>;
  clock: Clock;
};

export const mostPerCall = 50;

type Sending = { bulk: BulkRow; together: Together };
export type ArrayCall = (sending: Sending, chosen: readonly OperationRow[]) => Promise<Verdict>;

export function createArrayCall(deps: Deps): ArrayCall {
  const { items, store, progress, oneByOne, backgroundGatewayOf, saveEnabled, clock } = deps;

  return async (sending, chosen) => {
    const call = Promise.withResolvers<Verdict | 'one-by-one'>();
    const whole = sendTogether(sending, chosen);
    whole.then(call.resolve, call.reject);
    // Held as under way until all of it is over, so that no sweep looks after one of them meanwhile.
    for (const item of chosen) progress.keep(item, () => whole.then(() => {}));
    const verdict = await call.promise;
    if (verdict !== 'one-by-one') return verdict;
    return inTurns(oneByOne, sending.bulk, chosen);
  };

  async function sendTogether(
    { bulk, together }: Sending,
    chosen: readonly OperationRow[],
  ): Promise<Verdict | 'one-by-one'> {
    // All were asked for in the same moment.
    const [first] = chosen;
    const gateway = await backgroundGatewayOf(bulk.workspaceId, first === undefined ? null : meantFor(first));
    const sent: OperationRow[] = [];
    for (const item of chosen) {
      const ready = await oneByOne.upToDate(bulk, item);
      if (await items.markSent(item.id)) sent.push(ready);
    }
    if (sent.length === 0) return { kind: 'go-on' };
    const ids = sent.map(idOf);
    const answer = await send(together, ids, gateway);
    if (answer.kind === 'refused') return takeBack(bulk, answer.problem, sent);
    if (answer.kind === 'lost') {
      await conclude(sent, () => ({ kind: 'unknown', problem: answer.problem }));
      return { kind: 'go-on' };
    }
    if (answer.kind === 'accepted') for (const { id } of sent) await store.markAccepted(id);
    const outcomeOf = await together.outcomes(
      { ids, count: answer.kind === 'counted' ? answer.count : null },
      { gateway, clock, saveEnabled: (...seen) => saveEnabled(bulk.workspaceId, ...seen) },
    );
    await conclude(sent, (item) => outcomeOf(idOf(item)));
    return { kind: 'go-on' };
  }

  async function takeBack(
    bulk: BulkRow,
    problem: BareProblem,
    sent: readonly OperationRow[],
  ): Promise<Verdict | 'one-by-one'> {
    const verdict = verdictOn(problem);
    const alone = verdict.kind === 'go-on' && sent.length === 1;
    if (alone) await conclude(sent, () => ({ kind: 'failed', problem }));
    else
      await items.putBack(
        bulk.id,
        sent.map(({ id }) => id),
      );
    return verdict.kind === 'go-on' && !alone ? 'one-by-one' : verdict;
  }

  async function conclude(
    sent: readonly OperationRow[],
    outcomeOf: (item: OperationRow) => Outcome,
  ): Promise<void> {
    for (const item of sent) await progress.conclude(item, outcomeOf(item), null);
  }
}

/** The gateway refuses a whole list for one bad id; each by itself gets its own answer. */
async function inTurns(oneByOne: OneByOne, bulk: BulkRow, chosen: readonly OperationRow[]): Promise<Verdict> {
  for (let at = 0; at < chosen.length; at += turnsAtOnce) {
    const verdict = await oneByOne.sendAll(bulk, chosen.slice(at, at + turnsAtOnce));
    if (verdict.kind !== 'go-on') return verdict;
  }
  return { kind: 'go-on' };
}

const turnsAtOnce = 4;

type Sent =
  | Awaited<ReturnType<Together['write']>>
  /** Surely not accepted. */
  | { kind: 'refused'; problem: BareProblem }
  | { kind: 'lost'; problem: BareProblem };

async function send(together: Together, ids: string[], gateway: ConnectorGateway): Promise<Sent> {
  try {
    return await together.write(gateway, ids);
  } catch (error) {
    if (error instanceof GatewayError && error.acted === 'no') {
      return { kind: 'refused', problem: problemOfGateway(error) };
    }
    return { kind: 'lost', problem: outcomeUnknown(error) };
  }
}

function idOf({ connectorId }: OperationRow): string {
  return connectorId ?? '';
}
