/** What sending some items of a bulk means for the rest of it. */
import type { BareProblem, ProblemCode } from '@console/console-contract';

export type Verdict =
  | { kind: 'go-on' }
  /** The gateway takes nothing for a while; what was not accepted waits for its turn again. */
  | { kind: 'wait'; seconds: number; because: 'limited' | 'silent' }
  /** Everything would be refused alike until a person has done something about it. */
  | { kind: 'pause'; problem: BareProblem };

/** The limiter knows better by then; of an outage nothing more is known. */
const defaultWaitSeconds = { limited: 1, silent: 30 };
const passing: readonly ProblemCode[] = [
  'gateway-rate-limited',
  'gateway-unavailable',
  'gateway-timeout',
  'unavailable',
];
const lasting: readonly ProblemCode[] = ['gateway-refused-credentials', 'gateway-redirected'];

/** Reads a refusal of something that surely was not accepted; `go-on` when it is about this one item. */
export function verdictOn(problem: BareProblem): Verdict {
  if (passing.includes(problem.code)) {
    const because = problem.code === 'gateway-rate-limited' ? 'limited' : 'silent';
    return { kind: 'wait', seconds: problem.retryAfter ?? defaultWaitSeconds[because], because };
  }
  return lasting.includes(problem.code) ? { kind: 'pause', problem } : { kind: 'go-on' };
}

/**
 * Of several, the one that holds the bulk up the longest. A limit does not hold it up when another call got through meanwhile:
 * its answer told the limiter how much is free now, and the next step hears it.
 */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  const pause = verdicts.find(({ kind }) => kind === 'pause');
  if (pause !== undefined) return pause;
  const gotThrough = verdicts.some(({ kind }) => kind === 'go-on');
  const waits = verdicts.filter(
    (verdict) => verdict.kind === 'wait' && !(gotThrough && verdict.because === 'limited'),
  );
  const [longest] = waits.toSorted((one, other) => secondsOf(other) - secondsOf(one));
  return longest ?? { kind: 'go-on' };
}

function secondsOf(verdict: Verdict): number {
  return verdict.kind === 'wait' ? verdict.seconds : 0;
}
