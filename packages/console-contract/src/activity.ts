/** What was done through the console: every change and what came of it, sign-ins, people. Entries are never changed. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { BulkProgress, OperationState, StartedJob } from './operations/reading.ts';
import { BareProblem } from './problem.ts';
import { Cloud, ConnectorId, Id, Text, Timestamp, WorkspaceParams } from './values.ts';

/**
 * How it ended, in few words for every kind: `running` may still move; `needs-review` nothing but a user can settle, and `reviewed` is
 * such a one that a user has acknowledged.
 */
export const ActivityOutcome = z.enum([
  'running',
  'succeeded',
  'failed',
  'needs-review',
  'reviewed',
  'cancelled',
]);
export type ActivityOutcome = z.output<typeof ActivityOutcome>;

/** What a filter calls an outcome. Links of earlier versions use the words on the left. */
export const OutcomeWord = z.pipe(
  z.pipe(
    z.string(),
    z.transform((word: string) => earlierWords[word] ?? word),
  ),
  ActivityOutcome,
);
const earlierWords: Record<string, ActivityOutcome> = {
  'needs-person': 'needs-review',
  'looked-at': 'reviewed',
};

/** One fact that a change touched. Both sides are `null` where only that it changed may be told, as of a secret. */
export const ActivityChange = z.object({
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type ActivityChange = z.output<typeof ActivityChange>;

export const ActivityOperation = z.object({
  id: Id,
  state: OperationState,
  problem: z.nullable(BareProblem),
  /** What became known when, oldest first. */
  steps: z.array(z.object({ state: OperationState, at: Timestamp })),
  /** How far a bulk is; `null` for the change of one connector. */
  items: z.nullable(BulkProgress),
  job: z.nullable(StartedJob),
  /** Who acknowledged first what only a user can settle. */
  reviewed: z.nullable(z.object({ by: z.string(), at: Timestamp })),
});
export type ActivityOperation = z.output<typeof ActivityOperation>;

export const Activity = z.object({
  /** Grows with time: the `before` of the next page. */
  id: z.string(),
  at: Timestamp,
  /** Who, as they were called then; `console` for what it did by itself. */
  actor: z.string(),
  /** `noun.verb`, e.g. `operation.requested`, `session.refused`. */
  action: z.string(),
  /** An operation's kind; for everything else the action again. The set grows, so it stays open. */
  kind: z.string(),
  /** What it was done to, as it was called then. */
  subject: z.string(),
  outcome: ActivityOutcome,
  cloud: z.nullable(Cloud),
  connectorId: z.nullable(ConnectorId),
  connectorName: z.nullable(z.string()),
  /** The network address of a sign-in; administrators alone are told. */
  address: z.nullable(z.string()),
  changes: z.array(ActivityChange),
  operation: z.nullable(ActivityOperation),
  requestId: z.nullable(z.string()),
});
export type Activity = z.output<typeof Activity>;

const entryId = z.string().check(z.regex(/^[0-9]{1,18}$/));
const upTo = (most: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^[0-9]{1,9}$/)), z.transform(Number)),
    z.int().check(z.minimum(1), z.maximum(most)),
  );
const anyOf = <One extends z.ZodMiniType<unknown, string>>(one: One) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(400)),
      z.transform((text: string) => text.split(',')),
    ),
    z.array(one).check(z.minLength(1), z.maxLength(20)),
  );

/** No calendar of a database has a year 0. */
const Moment = Timestamp.check(z.refine((time) => new Date(time).getUTCFullYear() >= 1));

/** Which entries are meant; each part narrows further. Commas stand for *or*. */
const filter = {
  /** A part of the actor's name. */
  actor: z.optional(Text(100)),
  kind: z.optional(anyOf(z.string().check(z.regex(/^[a-z]+([.-][a-z]+)*$/)))),
  outcome: z.optional(anyOf(OutcomeWord)),
  /** Of a bulk, the cloud of one of its connectors. */
  cloud: z.optional(Cloud),
  /** The vendor's id of a connector, exactly. */
  connector: z.optional(ConnectorId),
  /** One operation alone. */
  operation: z.optional(Id),
  /**
   * Words that must all stand in the subject, the actor, the connector's id or the request id; of a bulk, they may also stand
   * in the name or the id of one of its connectors.
   */
  words: z.optional(Text(200)),
  from: z.optional(Moment),
  to: z.optional(Moment),
};

export const ActivityFilter = z.strictObject(filter);
export type ActivityFilter = z.input<typeof ActivityFilter>;

export const ActivityQuery = z.strictObject({
  ...filter,
  /** The id of the last entry of the page before. */
  before: z.optional(entryId),
  /** Entries per page: 50 unless said otherwise, 200 at most. */
  limit: z.optional(upTo(200)),
});
export type ActivityQuery = z.input<typeof ActivityQuery>;

export const ActivityPage = z.object({
  /**
   * Newest first, each operation once, where it was asked for. What a bulk did to one connector has an entry of its own only
   * where that connector is asked about.
   */
  entries: z.array(Activity),
  /** The `before` of the next page; `null` when this is the last one. */
  next: z.nullable(entryId),
});
export type ActivityPage = z.output<typeof ActivityPage>;

/**
 * Rows of an export at most; a longer one says that it was cut. The row of a bulk is followed by one for each of its connectors
 * that the words and the cloud of the filter let through.
 */
export const longestExport = 10_000;

export const activityEndpoints = {
  listActivity: {
    summary: 'What was done through the console in a workspace, newest first',
    method: 'GET',
    path: '/api/workspaces/{workspace}/activity',
    access: 'activity.read',
    params: WorkspaceParams,
    query: ActivityQuery,
    answer: ActivityPage,
  },
  exportActivity: {
    summary: 'The same as a CSV file of at most 10,000 rows, one export at a time',
    method: 'GET',
    path: '/api/workspaces/{workspace}/activity.csv',
    access: 'activity.read',
    params: WorkspaceParams,
    query: ActivityFilter,
    answer: null,
    file: 'text/csv',
  },
} as const satisfies Record<string, Endpoint>;
