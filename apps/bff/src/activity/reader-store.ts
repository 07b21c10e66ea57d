/** Reads the audit trail as it is shown: newest first, each operation once, together with how far it has come. */
import type {
  BareProblem,
  Cloud,
  OperationKind,
  OperationState,
  StartedJob,
} from '@console/console-contract';
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import * as z from 'zod/mini';
import { bulks, type JobColumns, jobOf, operations } from '../operations/tables.ts';
import { storedProblem, storedShape } from '../ports/stored-json.ts';
import { acknowledgements, hasItemThat, itemReader, ofChange, stands } from './item-store.ts';
import { activity } from './tables.ts';

export type ShownFilter = {
  actor?: string | undefined;
  kinds?: string[] | undefined;
  /** Of operations, and whether entries that are none and went well, or went wrong, count too; or only what is still open. */
  outcome?: 'open' | Ended | undefined;
  cloud?: Cloud | undefined;
  connector?: string | undefined;
  operation?: string | undefined;
  words?: string[] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

export type ShownRow = {
  entry: Omit<typeof activity.$inferSelect, 'facts'> & { facts: Record<string, unknown> };
  operation: ShownOperation | null;
};
/** The change of one connector or, without a cloud, of many. */
export type ShownOperation = {
  id: string;
  kind: OperationKind;
  state: OperationState;
  cloud: Cloud | null;
  connectorId: string | null;
  connectorName: string | null;
  requestedBy: string;
  sentAt: Date | null;
  /** Until when a bulk sends nothing. */
  waitingUntil: Date | null;
  problem: BareProblem | null;
  job: StartedJob | null;
};
export type Step = { operationId: string; state: string; actor: string; at: Date };
type Ended = {
  states: OperationState[];
  wentWell: boolean;
  wentWrong: boolean;
  /** Of operations that need review: whether a user has reviewed them, or `null` for all. */
  reviewed: boolean | null;
};
export type ActivityReader = ReturnType<typeof createActivityReader>;
type Database = Pick<NodePgDatabase, 'select'>;

export function createActivityReader(db: Database) {
  return { page, stepsOf, requestsOf, ...itemReader(db) };

  /** Entries of the workspace and of the installation as a whole, such as sign-ins, older than `before`. */
  async function page(
    workspaceId: string,
    filter: ShownFilter,
    { before, limit }: { before: bigint | null; limit: number },
  ): Promise<ShownRow[]> {
    const conditions = [...conditionsOf(filter), ...(before === null ? [] : [lt(activity.id, before)])];
    const parts = await Promise.all(
      // Two walks down one index each; a single one over both would have to sort them all.
      [eq(activity.workspaceId, workspaceId), isNull(activity.workspaceId)].map((whose) =>
        db
          .select({ entry: activity, change: { ...ofChange, sentAt: operations.sentAt }, bulk: ofBulk })
          .from(activity)
          .leftJoin(operations, eq(operations.id, activity.operationId))
          .leftJoin(bulks, eq(bulks.id, activity.operationId))
          .where(and(whose, ...conditions))
          .orderBy(desc(activity.id))
          .limit(limit),
      ),
    );
    return parts
      .flat()
      .sort((one, other) => (one.entry.id < other.entry.id ? 1 : -1))
      .slice(0, limit)
      .map(shownRow);
  }

  /** Every step that was recorded of these operations, oldest first. */
  async function stepsOf(operationIds: string[]): Promise<Step[]> {
    if (operationIds.length === 0) return [];
    const rows = await db
      .select({
        operationId: activity.operationId,
        action: activity.action,
        actor: activity.actor,
        at: activity.at,
      })
      .from(activity)
      .where(inArray(activity.operationId, operationIds))
      .orderBy(activity.id);
    return rows.flatMap(({ operationId, action, actor, at }) =>
      operationId === null ? [] : [{ operationId, state: stateAfter(action), actor, at }],
    );
  }

  /** What was asked for. Requests with a scope of thousands are too long for a list. */
  async function requestsOf(operationIds: string[]): Promise<Map<string, unknown>> {
    if (operationIds.length === 0) return new Map();
    const rows = await db
      .select({ id: operations.id, request: operations.request })
      .from(operations)
      .where(
        and(
          inArray(operations.id, operationIds),
          sql`pg_column_size(${operations.request}) < ${longestRequestBytes}`,
        ),
      );
    return new Map(rows.map(({ id, request }) => [id, request]));
  }
}

type FoundRow = {
  entry: typeof activity.$inferSelect;
  change:
    | (Omit<ShownOperation, 'problem' | 'waitingUntil' | 'job'> & JobColumns & { problem: unknown })
    | null;
  bulk:
    | (Pick<ShownOperation, 'id' | 'kind' | 'state' | 'requestedBy' | 'waitingUntil'> & { problem: unknown })
    | null;
};

function shownRow({ entry, change, bulk }: FoundRow): ShownRow {
  return {
    entry: { ...entry, facts: factsShape.read(entry.facts) ?? {} },
    operation: change
      ? { ...change, problem: storedProblem(change.problem), waitingUntil: null, job: jobOf(change) }
      : bulk && { ...bulk, problem: storedProblem(bulk.problem), ...ofMany },
  };
}

/** Where an operation stood after a step: `operation.sent` is `sent`, a bulk that was resumed is running, and its items begin as `requested`. */
function stateAfter(action: string): string {
  return renamed[action] ?? action.replace(/^operation\./, '');
}

/** Entries of earlier versions are never rewritten. */
const renamed: Record<string, string> = {
  'operation.resumed': 'running',
  'operation.queued': 'requested',
  'operation.looked-at': 'reviewed',
  'operation.needs-person': 'needs-review',
};

const factsShape = storedShape(z.record(z.string(), z.unknown()));

const longestRequestBytes = 32_768;

/** Literals, not parameters: the index of what is shown is known by them. */
const shown = or(isNull(activity.operationId), eq(activity.action, sql`'operation.requested'`));

/** An item of a bulk is shown where its bulk was asked for; of its own it shows only what came of it. */
const shownOfConnector = or(
  shown,
  and(
    isNotNull(operations.partOf),
    sql`replace(${activity.action}, 'needs-person', 'needs-review') = 'operation.' || ${operations.state}`,
  ),
);

const ofMany = { cloud: null, connectorId: null, connectorName: null, sentAt: null, job: null };
const ofBulk = {
  id: bulks.id,
  kind: bulks.kind,
  state: bulks.state,
  requestedBy: bulks.requestedBy,
  waitingUntil: bulks.waitingUntil,
  problem: bulks.problem,
};
function conditionsOf(filter: ShownFilter): (SQL | undefined)[] {
  const { actor, kinds, outcome, cloud, connector, operation, words = [], from, to } = filter;
  const by = sql`coalesce(${operations.requestedBy}, ${activity.actor})`;
  const searched = sql`lower(concat_ws(' ', ${activity.subject}, ${by}, ${operations.connectorId}, ${activity.requestId}))`;
  return [
    ...(connector === undefined ? [shown] : [shownOfConnector, eq(operations.connectorId, connector)]),
    actor === undefined ? undefined : sql`strpos(lower(${by}), ${actor.toLowerCase()}) > 0`,
    kinds &&
      inArray(
        sql`coalesce(${operations.kind}, ${bulks.kind}, ${activity.facts} ->> 'kind', ${activity.action})`,
        kinds,
      ),
    outcome && (outcome === 'open' ? isOpen : endedAs(outcome)),
    operation === undefined ? undefined : eq(activity.operationId, operation),
    cloud === undefined && words.length === 0
      ? undefined
      : or(
          and(cloud && eq(operations.cloud, cloud), ...words.map((word) => stands(word, searched))),
          hasItemThat({ words, cloud }),
        ),
    from && gte(activity.at, from),
    to && lt(activity.at, to),
  ];
}

/** Asked again and again while something runs, so it starts from the few that do and not from the many entries. */
const isOpen = sql`${activity.operationId} in (
  select ${operations.id} from ${operations}
  where ${operations.state} in ('sent', 'unknown') or (${operations.state} = 'requested' and ${operations.partOf} is null)
  union all select ${bulks.id} from ${bulks} where ${bulks.state} in ('running', 'paused')
)`;

function endedAs({ states, wentWell, wentWrong, reviewed }: Ended): SQL | undefined {
  const isRefusal = sql`${activity.action} like '%.refused'`;
  const noOperation = isNull(activity.operationId);
  // Most went well, so that looking at one after the other finds a page soon; what did not is looked up first.
  const ended = wentWell
    ? or(inArray(operations.state, states), inArray(sql`${bulks.state}`, states))
    : sql`${activity.operationId} in (
        select ${operations.id} from ${operations} where ${inArray(operations.state, states)}
        union all select ${bulks.id} from ${bulks} where ${inArray(sql`${bulks.state}`, states)}
      )`;
  return or(
    and(ended, reviewed === null ? undefined : asReviewed(reviewed)),
    removedAs(reviewed === false ? states.filter((state) => state !== 'needs-review') : states),
    wentWell ? and(noOperation, sql`not ${isRefusal}`) : undefined,
    wentWrong ? and(noOperation, isRefusal) : undefined,
  );
}

/** Of an operation that is no longer stored, the trail alone tells how it ended. One that was to be reviewed has been, or it would be there. */
function removedAs(states: readonly OperationState[]): SQL | undefined {
  const lastStep = sql`(
    select replace(replace(step.action, 'operation.', ''), 'needs-person', 'needs-review') from activity as step
    where step.operation_id = ${activity.operationId} and step.action not in ('operation.reviewed', 'operation.looked-at')
    order by step.id desc limit 1)`;
  if (states.length === 0) return undefined;
  return and(
    isNotNull(activity.operationId),
    isNull(operations.id),
    isNull(bulks.id),
    inArray(lastStep, [...states]),
  );
}

function asReviewed(reviewed: boolean): SQL {
  const fits = reviewed ? sql`exists ${acknowledgements}` : sql`not exists ${acknowledgements}`;
  return sql`(${operations.state} is distinct from 'needs-review' or ${fits})`;
}
