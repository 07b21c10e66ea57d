/** How the test of an organization's role stands. The gateway answers it at once. Pure. */
import type { AwsConnectionTest } from '@console/console-contract';
import type { ConsoleProblem } from '../../../../shared/console/console-problem.ts';
import type { ReportedProblem } from '../../reported-problem.ts';
import { type Connection, type ConnectionPart, changedParts } from '../aws-draft.ts';

/** The newest test, with the connection that it was asked for. */
export type OrganizationTest =
  | { state: 'none' }
  | { state: 'asking'; askedAt: number; connection: Connection }
  | { state: 'failed'; connection: Connection; problem: ReportedProblem }
  | { state: 'passed'; connection: Connection; at: number };

export type TestEvent =
  | { type: 'test-asked'; at: number; connection: Connection }
  | { type: 'test-answered'; askedAt: number; answer: AwsConnectionTest }
  /** The console, the gateway or the way there had something against the question itself. */
  | { type: 'test-refused'; askedAt: number; problem: ConsoleProblem };

export type TestStanding =
  | { state: 'untested' }
  | { state: 'asking'; since: number }
  | { state: 'failed'; problem: ReportedProblem }
  | { state: 'passed'; at: number }
  /** It was tested, then changed: what it was tested with no longer holds. */
  | { state: 'stale'; changed: readonly ConnectionPart[] };

export type OrganizationTesting = { standing: TestStanding; ask: () => Promise<void> };

/** A test holds for the connection it was asked for; taking a change back makes it hold again. */
export function standingOf(test: OrganizationTest, now: Connection): TestStanding {
  if (test.state === 'none') return { state: 'untested' };
  if (test.state === 'asking') return { state: 'asking', since: test.askedAt };
  const changed = changedParts(test.connection, now);
  if (changed.length > 0) return { state: 'stale', changed };
  return test.state === 'passed'
    ? { state: 'passed', at: test.at }
    : { state: 'failed', problem: test.problem };
}

/** Why another test is asked for: “The name changed: …” */
export function reasonOf(changed: readonly ConnectionPart[]): string {
  const [first] = changed;
  if (changed.length === 1 && first === 'connectorName') {
    return 'The connector was renamed. The gateway remembers a test under the connector’s name, so it has to be repeated.';
  }
  const words = changed.map((part) => WORDS[part]);
  const last = words.at(-1) ?? '';
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
  return `Since the last test ${list} changed: test the connection as it stands now.`;
}

const WORDS: Record<ConnectionPart, string> = {
  connectorName: 'the name',
  partition: 'the partition',
  baseAccountId: 'the account that assumes the role',
  roleArn: 'the role',
  externalId: 'the external ID',
};
