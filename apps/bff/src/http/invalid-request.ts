/** A request that does not read as what was asked for, and what is said of each of its fields. */
import { type BareProblem, invisibleCharacterProblem } from '@console/console-contract';
import type * as z from 'zod/mini';

/** What was sent does not read as what was asked for. Any other `ZodError` is about what the console itself holds. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  override readonly cause: z.core.$ZodError;
  /** For each field that is refused for an invisible character, the words for it; nothing else of what was received is kept. */
  readonly unseen: ReadonlyMap<string, string>;
  constructor(cause: z.core.$ZodError, received: unknown) {
    super('The request does not read as what was asked for.');
    this.cause = cause;
    this.unseen = unseenIn(received, cause.issues);
  }

  problem(): BareProblem {
    return invalidRequest(this);
  }
}

const mostIssues = 50;

function invalidRequest({ cause, unseen }: InvalidRequest): BareProblem {
  const fields: Record<string, string> = {};
  for (const issue of cause.issues.slice(0, mostIssues)) {
    const path = pathOf(issue);
    fields[path] ??= unseen.get(path) ?? sayIssue(issue);
  }
  return {
    code: 'invalid-request',
    message: 'Some values cannot be accepted.',
    kept: 'Nothing was changed.',
    next: 'Correct the fields named and try again.',
    fields,
  };
}

function pathOf({ path }: z.core.$ZodIssue): string {
  return path.map(String).join('.').slice(0, 200);
}

/** A format that is refused for an invisible character would leave the user without a clue. */
function unseenIn(received: unknown, issues: readonly z.core.$ZodIssue[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const issue of issues.slice(0, mostIssues)) {
    if (issue.code !== 'invalid_format') continue;
    const value = valueAt(received, issue.path);
    const problem = typeof value === 'string' ? invisibleCharacterProblem(value) : undefined;
    if (problem !== undefined) words.set(pathOf(issue), problem);
  }
  return words;
}

function valueAt(received: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    received,
  );
}

// Our own sentences: the library's quote what was received, which may be a secret.
function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${issue.expected}.`;
    case 'too_small':
      return `Too short or too small: at least ${String(issue.minimum)}.`;
    case 'too_big':
      return `Too long or too large: at most ${String(issue.maximum)}.`;
    case 'unrecognized_keys':
      return 'A field here is not known.';
    case 'custom':
      return issue.message;
    default:
      return 'The format is not the one expected.';
  }
}
