import type { ConsoleProblem } from '../../shared/console/console-problem.ts';

/** What is told of a failed test; only some failures know a request id. */
export type ReportedProblem = Pick<ConsoleProblem, 'code' | 'message'> &
  Partial<Pick<ConsoleProblem, 'kept' | 'next' | 'detail' | 'requestId'>>;
