/** How the connection test stands, put together from what the page asked and what the gateway says. Pure. */
import type { ConnectionTestProgress, ManagementGroups } from '@console/console-contract';
import type { ConsoleProblem } from '../../../../shared/console/console-problem.ts';
import type { ProgressStep } from '../../../../ui/status/progress-steps.tsx';
import { numberText } from '../../../../ui/time/number-text.ts';
import type { ReportedProblem } from '../../reported-problem.ts';

/** How far the connection test is, as the page knows it; its progress on the gateway is a query of its own. */
export type ConnectionTest =
  | { state: 'none'; because: 'never-tested' | 'tenant-changed' | 'secret-changed' }
  | { state: 'asking'; askedAt: number }
  | { state: 'refused'; askedAt: number; problem: ConsoleProblem }
  | ({ state: 'following'; waiting: boolean } & FollowedTest);

/** `startedAt` is the console's own word for when; a test that was remembered before there was one lacks it. */
export type FollowedTest = { askedAt: number; jobId: string; startedAt?: string | undefined };

export type TestEvent =
  | { type: 'test-asked'; at: number }
  | ({ type: 'test-accepted' } & FollowedTest)
  | { type: 'test-refused'; askedAt: number; problem: ConsoleProblem }
  | { type: 'test-waiting'; waiting: boolean };

export type TestStanding =
  | { state: 'untested'; because: 'never-tested' | 'tenant-changed' | 'secret-changed' }
  | { state: 'asking'; since: number }
  /** `trouble`: the last question about it got no answer; it is asked again. */
  | { state: 'running'; since: number; trouble: ConsoleProblem | undefined }
  | { state: 'left-alone'; since: number }
  | { state: 'failed'; problem: ReportedProblem; credentialsRefused: boolean; tookMs: number | undefined }
  | { state: 'passed'; at: number; tookMs: number; groups: ManagementGroups | undefined };

export type TestReading = {
  progress: ConnectionTestProgress | undefined;
  /** When `progress` arrived, in milliseconds. */
  readAt: number;
  /** The last question about the job got no answer, or (`final`) one that asking again does not change. */
  trouble: { problem: ConsoleProblem; final: boolean } | undefined;
  groups: ManagementGroups | undefined;
};

export type ConnectionTesting = {
  standing: TestStanding;
  /** The gateway's job; `null` where no test is followed. */
  job: string | null;
  ask: () => Promise<void>;
  wait: (waiting: boolean) => void;
};

export function standingOf(test: ConnectionTest, reading: TestReading): TestStanding {
  if (test.state === 'none') return { state: 'untested', because: test.because };
  if (test.state === 'asking') return { state: 'asking', since: test.askedAt };
  if (test.state === 'refused') {
    const { problem } = test;
    return { state: 'failed', problem, credentialsRefused: true, tookMs: undefined };
  }
  const { progress, readAt, trouble, groups } = reading;
  const { at, tookMs } = timesOf(test, progress, readAt);
  if (progress?.state === 'succeeded') return { state: 'passed', at, tookMs, groups };
  if (progress?.state === 'failed') {
    const problem = progress.problem ?? unexplained(progress.stateText);
    return { state: 'failed', problem, credentialsRefused: isAboutSignIn(problem), tookMs };
  }
  if (trouble?.final) {
    return { state: 'failed', problem: trouble.problem, credentialsRefused: false, tookMs };
  }
  if (!test.waiting) return { state: 'left-alone', since: test.askedAt };
  return { state: 'running', since: test.askedAt, trouble: trouble?.problem };
}

/**
 * How long it took is told by the gateway where it names both ends: after a reload the page learns of the end only later. When it began and
 * ended is told by the clock of this page alone: the gateway's may differ, and its job may be an older one than the test.
 */
function timesOf(test: { askedAt: number }, progress: ConnectionTestProgress | undefined, readAt: number) {
  const started = Date.parse(progress?.startedAt ?? '');
  const ended = Date.parse(progress?.updatedAt ?? '');
  const waited = Math.max(0, readAt - test.askedAt);
  if (Number.isNaN(started) || Number.isNaN(ended)) return { at: readAt, tookMs: waited };
  const tookMs = Math.min(waited, Math.max(0, ended - started));
  return { at: test.askedAt + tookMs, tookMs };
}

/** The phases that a person sees. A failure stands at the phase it belongs to. */
export function phasesOf(standing: TestStanding): ProgressStep[] {
  const [credentials, groups, done] = ROW[phaseOf(standing)];
  const since = 'since' in standing ? { startedAt: standing.since } : {};
  return [
    {
      id: 'credentials',
      label: credentialsLabel(standing, credentials),
      state: credentials,
      ...(credentials === 'active' && since),
    },
    {
      id: 'groups',
      label: 'Reading management groups',
      state: groups,
      ...(groups === 'active' && since),
    },
    {
      id: 'done',
      label: 'Done',
      state: done,
      ...(standing.state === 'passed' && { detail: resultOf(standing) }),
    },
  ];
}

function credentialsLabel(standing: TestStanding, state: ProgressStep['state']): string {
  if (standing.state === 'passed') return 'Credentials accepted';
  // The gateway takes them in before the cloud has seen them: whether they are good shows later.
  if (state === 'done') return 'Credentials handed over';
  const refused = standing.state === 'failed' && standing.problem.code === 'gateway-or-cloud-refused';
  return refused ? 'Credentials refused' : 'Handing over the credentials';
}

/** “in 12 s, 48 groups” */
export function resultOf({ tookMs, groups }: Extract<TestStanding, { state: 'passed' }>): string {
  const seconds = `in ${Math.max(1, Math.round(tookMs / 1000))} s`;
  if (groups === undefined) return seconds;
  const count = groups.groups.length;
  return `${seconds}, ${numberText(count)} ${count === 1 ? 'group' : 'groups'}${groups.incomplete ? ' and more' : ''}`;
}

type Phase = 'idle' | 'credentials' | 'groups' | 'unwatched' | 'refused' | 'broken' | 'done';

function phaseOf(standing: TestStanding): Phase {
  switch (standing.state) {
    case 'untested':
      return 'idle';
    case 'asking':
      return 'credentials';
    case 'running':
      return 'groups';
    case 'left-alone':
      return 'unwatched';
    case 'failed':
      return standing.credentialsRefused ? 'refused' : 'broken';
    case 'passed':
      return 'done';
  }
}

const ROW: Record<Phase, [ProgressStep['state'], ProgressStep['state'], ProgressStep['state']]> = {
  idle: ['todo', 'todo', 'todo'],
  credentials: ['active', 'todo', 'todo'],
  groups: ['done', 'active', 'todo'],
  unwatched: ['done', 'todo', 'todo'],
  refused: ['failed', 'skipped', 'skipped'],
  broken: ['done', 'failed', 'skipped'],
  done: ['done', 'done', 'done'],
};

/** The gateway accepts a test before Entra has seen the secret, so the job may still end on the sign-in. */
function isAboutSignIn({ detail }: ReportedProblem): boolean {
  return /AADSTS\d+/.test(detail ?? '');
}

function unexplained(stateText: string): ReportedProblem {
  return {
    code: 'gateway-rejected',
    message: `The test ended as “${stateText}” and the gateway gave no reason.`,
    next: 'Check the three values and the application’s role on the management groups, then test again.',
  };
}
