/** Sends items of Azure together: A7 and A10 take a list of ids, so fifty connectors cost one call. */
import type { BareProblem } from '@console/console-contract';
import type { ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import { problemOfGateway } from '../../ports/gateway-problem.ts';
import { outcomeUnknown } from '../problems.ts';
import type { Progress } from '../progress.ts';
import { meantFor, type OperationRow } from '../rows.ts';
import { type ConclusionDeps, createConclusions } from './conclusions.ts';
import type { ItemStore } from './item-store.ts';
import type { OneByOne } from './one-by-one.ts';
import type { BulkRow } from './rows.ts';
import { type Verdict, verdictOn } from './verdict.ts';

type Deps = ConclusionDeps & {
  items: Pick<ItemStore, 'markSent' | 'putBack'>;
  progress: Pick<Progress, 'keep' | 'conclude'>;
  oneByOne: OneByOne;
  backgroundGatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
};

export const mostPerCall = 50;
/** Kinds that the gateway takes many of at once, for Azure. */
export const arrayKinds: readonly BulkRow['kind'][] = [
  'run-connectors',
  'enable-connectors',
  'disable-connectors',
];

export type ArrayCall = (bulk: BulkRow, chosen: readonly OperationRow[]) => Promise<Verdict>;

export function createArrayCall(deps: Deps): ArrayCall {
  const { items, progress, oneByOne, backgroundGatewayOf } = deps;
  const { concludeAll, concludeRuns, concludeSwitches } = createConclusions(deps);

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
    // All were asked for in the same moment.
    const [first] = chosen;
    const gateway = await backgroundGatewayOf(bulk.workspaceId, first === undefined ? null : meantFor(first));
    const sent: OperationRow[] = [];
    for (const item of chosen) {
      const ready = await oneByOne.upToDate(bulk, item);
      if (await items.markSent(item.id)) sent.push(ready);
    }
    if (sent.length === 0) return { kind: 'go-on' };
    const answer = await askFor(bulk, sent, gateway);
    if (answer.kind === 'refused') return takeBack(bulk, answer.problem, sent);
    if (answer.kind === 'lost') await concludeAll(sent, { kind: 'unknown', problem: answer.problem });
    else if (bulk.kind === 'run-connectors') await concludeRuns(sent, answer.marked, gateway);
    else await concludeSwitches(sent, bulk, gateway);
    return { kind: 'go-on' };
  }

  async function takeBack(
    bulk: BulkRow,
    problem: BareProblem,
    sent: readonly OperationRow[],
  ): Promise<Verdict | 'one-by-one'> {
    const verdict = verdictOn(problem);
    const alone = verdict.kind === 'go-on' && sent.length === 1;
    if (alone) await concludeAll(sent, { kind: 'failed', problem });
    else
      await items.putBack(
        bulk.id,
        sent.map(({ id }) => id),
      );
    return verdict.kind === 'go-on' && !alone ? 'one-by-one' : verdict;
  }
}

const turnsAtOnce = 4;

type Asked =
  | { kind: 'answered'; marked: number | null }
  /** Surely not accepted. */
  | { kind: 'refused'; problem: BareProblem }
  | { kind: 'lost'; problem: BareProblem };

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
    return { kind: 'lost', problem: outcomeUnknown(error) };
  }
}
