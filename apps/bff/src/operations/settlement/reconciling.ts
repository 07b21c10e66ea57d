/** Settles by reading what was left open: an answer that was lost, or a process that ended in between. */
import type { ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import { knownProblem } from '../../ports/known-problem.ts';
import type { Finding } from '../kinds/kind.ts';
import type { ChangeOf } from '../kinds/kinds.ts';
import { askedElsewhere, lookAlikes, neverSent, outcomeUnknown, requestUnreadable } from '../problems.ts';
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
    const { id, workspaceId, checks, acceptedAt } = operation;
    // Another gateway knows nothing of it: what is found there, or not, would be taken for an answer.
    if (!(await pointsTo(workspaceId, meantFor(operation)))) {
      await store.settle(id, { state: 'needs-review', problem: askedElsewhere });
      return null;
    }
    const finding = await lookOrPostpone(operation);
    if (finding?.kind === 'happened') return finding;
    if (finding?.kind === 'several') {
      const { candidates } = finding;
      await store.settle(id, { state: 'needs-review', candidates, problem: lookAlikes(candidates.length) });
    }
    if (finding?.kind === 'nothing-yet') {
      if (checks + 1 < looksBeforeAbsent) await store.postpone(id, 'found-nothing');
      else await store.settle(id, changeOf(operation).missing(acceptedAt !== null));
    }
    return null;
  }

  async function lookOrPostpone(operation: OperationRow) {
    try {
      return await changeOf(operation).look(await gatewayOf(operation.workspaceId, meantFor(operation)));
    } catch (error) {
      if (knownProblem(error) === null) throw error;
      await store.postpone(operation.id, 'could-not-look');
      return null;
    }
  }
}
