/** Settles by reading what was left open: an answer that was lost, or a process that ended in between. */
import type { ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import type { Finding } from '../kinds/kind.ts';
import type { ChangeOf } from '../kinds/kinds.ts';
import {
  askedElsewhere,
  lookAlikes,
  nearlyNamed,
  neverSent,
  outcomeUnknown,
  requestUnreadable,
} from '../problems.ts';
import { isReadable, meantFor, type OpenOperation, type OperationRow } from '../rows.ts';
import type { OperationStore } from '../store.ts';

/** What was found when the change turns out to have happened, else `null`: everything else it settles or postpones itself. */
export type Happened = Extract<Finding, { kind: 'happened' }>;
export type Reconcile = (operation: OpenOperation) => Promise<Happened | null>;

type Deps = {
  store: OperationStore;
  changeOf: ChangeOf;
  gatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
  /** `false` when the workspace points elsewhere by now. */
  pointsTo: (workspaceId: string, meant: MeantFor | null) => Promise<boolean>;
};

const looksBeforeAbsent = 3;

export function createReconcile({ store, changeOf, gatewayOf, pointsTo }: Deps): Reconcile {
  return async (operation) => {
    const { id, state } = operation;
    // The replica that took the request may be about to send it: only one of the two can take it out of this state.
    if (state === 'requested')
      await store.settle(id, { state: 'absent', from: ['requested'], problem: neverSent });
    else if (state === 'sent') await store.markUnknown(id, outcomeUnknown(null));
    else if (isReadable(operation)) return lookFor(operation);
    else await store.settle(id, { state: 'needs-review', problem: requestUnreadable });
    return null;
  };

  async function lookFor(operation: OperationRow): Promise<Happened | null> {
    const { id, workspaceId, checks } = operation;
    // Another gateway knows nothing of it: what is found there, or not, would be taken for an answer.
    if (!(await pointsTo(workspaceId, meantFor(operation)))) {
      await store.settle(id, { state: 'needs-review', problem: askedElsewhere });
      return null;
    }
    const finding = await askOrPostpone(operation, (gateway) => changeOf(operation).look(gateway));
    if (finding?.kind === 'happened') return finding;
    if (finding?.kind === 'several') {
      const { candidates } = finding;
      await store.settle(id, { state: 'needs-review', candidates, problem: lookAlikes(candidates.length) });
    }
    if (finding?.kind === 'nothing-yet') {
      if (checks + 1 < looksBeforeAbsent) await store.postpone(id, 'found-nothing');
      else await settleMissing(operation);
    }
    return null;
  }

  /** Before a creation counts as missing, what may be it under another name is left to a user. */
  async function settleMissing(operation: OperationRow): Promise<void> {
    const { near, missing } = changeOf(operation);
    const candidates = near === undefined ? [] : await askOrPostpone(operation, near);
    if (candidates === null) return;
    if (candidates.length === 0) await store.settle(operation.id, missing(operation.acceptedAt !== null));
    else await store.settle(operation.id, { state: 'needs-review', candidates, problem: nearlyNamed });
  }

  async function askOrPostpone<Answer>(
    operation: OperationRow,
    ask: (gateway: ConnectorGateway) => Promise<Answer>,
  ): Promise<Answer | null> {
    try {
      return await ask(await gatewayOf(operation.workspaceId, meantFor(operation)));
    } catch (error) {
      if (knownProblem(error) === null) throw error;
      await store.postpone(operation.id, 'could-not-look');
      return null;
    }
  }
}
