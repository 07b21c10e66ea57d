import type { BareProblem, ProblemCode } from '@console/console-contract';

/** What the console answers, and two things only the browser can tell: no answer at all, or one it cannot read. */
export type FailureCode = ProblemCode | 'offline' | 'unreadable';

type Reported = Omit<BareProblem, 'code'> & { code: FailureCode; requestId?: string | undefined };

/** A failed call, in words for the person in front of it. */
export class ConsoleProblem extends Error {
  readonly code: FailureCode;
  readonly kept: string | undefined;
  readonly next: string | undefined;
  /** Messages by dotted field path. */
  readonly fields: Readonly<Record<string, string>>;
  /** Scrubbed words of the gateway: text, never markup. */
  readonly detail: string | undefined;
  /** When trying again makes sense. */
  readonly retryAt: string | undefined;
  readonly requestId: string | undefined;

  constructor(reported: Reported) {
    super(reported.message);
    this.name = 'ConsoleProblem';
    this.code = reported.code;
    this.kept = reported.kept;
    this.next = reported.next;
    this.fields = reported.fields ?? {};
    this.detail = reported.detail;
    this.retryAt = reported.retryAt ?? inSeconds(reported.retryAfter);
    this.requestId = reported.requestId;
  }
}

/** The moment that an answer which arrives now means. */
function inSeconds(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(Date.now() + seconds * 1000).toISOString();
}

/** The browser could not reach the console. */
export function offlineProblem(): ConsoleProblem {
  return new ConsoleProblem({
    code: 'offline',
    message: 'The console cannot be reached.',
    kept: 'What you see is what was last read.',
    next: 'Check your connection and that the console is running.',
  });
}

/** An answer that is not what the contract says: mostly a page older or younger than its server. */
export function unreadableProblem(requestId: string | undefined): ConsoleProblem {
  return new ConsoleProblem({
    code: 'unreadable',
    message: 'The console answered with something this page does not understand.',
    next: 'Reload the page: it may be older than the server behind it.',
    requestId,
  });
}

/** Any thrown thing as a problem; what is not one is a fault of the page itself. */
export function problemOf(error: unknown): ConsoleProblem {
  if (error instanceof ConsoleProblem) return error;
  return new ConsoleProblem({
    code: 'internal',
    message: 'This page ran into a fault of its own.',
    kept: 'Nothing was sent.',
    next: 'Reload the page. If it happens again, tell who runs the console what you did.',
  });
}

/** True where a second try of a read may help by itself. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConsoleProblem && error.code === 'offline';
}
