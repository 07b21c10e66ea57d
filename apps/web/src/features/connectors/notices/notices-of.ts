/** What the rows of the list cannot tell of the changes that were asked for, one notice for each operation. */
import { kindOf, type Operation } from '@console/console-contract';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { jobText } from '../../../shared/operations/job-words.ts';
import {
  doneWord,
  operationTitle,
  progressText,
  settledTitle,
  startsJob,
} from '../../../shared/operations/kind-words.ts';
import { hasHappened, isSettled } from '../../../shared/operations/operation-queries.ts';
import type { BannerTone } from '../../../ui/status/banner.tsx';
import type { Refusal } from '../changes/use-connector-changes.ts';

export interface Notice {
  id: string;
  tone: BannerTone;
  /** One sentence. */
  title: string;
  /** What was kept and what to do next. */
  words: string;
  /** The gateway's own words, scrubbed: text, never markup. */
  detail?: string | undefined;
  /** When the gateway takes the call again. */
  retryAt?: string | undefined;
  requestId?: string | undefined;
  /** `null` while nothing was begun, so that Activity knows nothing of it. */
  operation: Operation | null;
  /** Only what moves no more can be put away. */
  settled: boolean;
}

/** The newest first; a refusal is the newest of all, for it answers the last press. */
export function noticesOf(operations: readonly Operation[], refusal: Refusal | null): Notice[] {
  const newestFirst = operations.toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  return [...(refusal ? [noticeOfRefusal(refusal)] : []), ...newestFirst.flatMap(noticeOf)];
}

function noticeOf(operation: Operation): Notice[] {
  const { id, kind, state, connectorName, problem, requestId, items, job } = operation;
  const shared = { id, operation, requestId, settled: isSettled(operation) };
  if (items !== null) {
    const settled = shared.settled && items.open === 0;
    const troubled = items.failed > 0 || (items.jobs?.errors ?? 0) > 0;
    const title = `${settledTitle(operation)}: ${progressText(items, kind)}`;
    const tone = troubled ? 'warn' : isDone(operation) ? 'ok' : 'info';
    const words = troubled ? 'Show tells what is known of each that failed.' : '';
    return [{ ...shared, tone, title, words, settled }];
  }
  if (kind === 'delete-connector' && hasHappened(operation)) {
    const words = 'Members it had are detached and run on their own.';
    return [{ ...shared, tone: 'ok', title: `${connectorName} was deleted.`, words }];
  }
  if (job?.state === 'errors') {
    // The gateway's own words may end with a full stop of theirs.
    const title = `${operationTitle(operation)}: ${jobText(job).replace(/\.?$/, '.')}`;
    return [
      { ...shared, tone: 'warn', title, words: 'Its page tells what each error means and what to do.' },
    ];
  }
  if (state === 'adopted') {
    const words = `No confirmation came; reading the gateway found that it was ${doneWord(kind)}.`;
    const found = startsJob(kind) ? 'it was started' : 'it happened';
    const tone = startsJob(kind) ? 'info' : 'ok';
    return [{ ...shared, tone, title: `${operationTitle(operation)}: ${found}.`, words }];
  }
  if (problem === null || hasHappened(operation)) return [];
  const { message, kept, next, detail, retryAt } = problem;
  return [
    {
      ...shared,
      tone: state === 'unknown' ? 'warn' : 'bad',
      title: `${operationTitle(operation)}: ${message}`,
      words: [kept, next].filter(Boolean).join(' '),
      detail,
      retryAt,
    },
  ];
}

/** All of it was done, the jobs that it started included. */
function isDone({ items, kind }: Operation): boolean {
  if (items === null || items.done < items.total) return false;
  return startsJob(kind) ? items.jobs?.succeeded === items.total : true;
}

/** Nothing is asked for again by itself: the user does, and the same request twice is one change. */
export function noticeOfRefusal({ error, kind, name }: Refusal): Notice {
  const problem = problemOf(error);
  const { verb } = kindOf(kind);
  const shared = { id: 'refusal', tone: 'bad', operation: null, settled: true } as const;
  if (problem.code === 'offline') {
    const words = `It is not tried again by itself. Choose ${verb} once more when the console is back; if it did arrive, nothing happens twice.`;
    return { ...shared, title: `${verb} did not reach the console: ${name}`, words };
  }
  const { message, kept, next, detail, retryAt, requestId } = problem;
  const words = [kept, next].filter(Boolean).join(' ');
  return { ...shared, title: `${verb} of ${name}: ${message}`, words, detail, retryAt, requestId };
}
