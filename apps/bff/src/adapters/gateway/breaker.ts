/**
 * Keeps away from a host that does not answer: after some failures in a row calls fail at once, then a single probe finds out
 * whether it is back. Only silence and 5xx count; any other answer, a refusal included, shows that somebody is there.
 */
import { GatewayError } from '../../ports/gateway-error.ts';
import type { Timing } from './timing.ts';

/** `probe`: the one call that finds out; it is made once and not tried again. */
export type Guarded<Answer> = (probe: boolean) => Promise<Answer>;
export type CallClass = 'read' | 'write' | 'token';

export type Breakers = {
  /** @throws `unavailable` without calling anything while the host is left alone */
  run<Answer>(host: string, callClass: CallClass, work: Guarded<Answer>): Promise<Answer>;
};

type Circuit = { failures: number; openUntil: number; openMs: number; probing: boolean };

const failuresToOpen = 5;
const firstOpenMs = 5_000;
/** However long an outage was, half a minute after its end the console is back by itself. */
const longestOpenMs = 20_000;

export function createBreakers({ monotonic }: Pick<Timing, 'monotonic'>): Breakers {
  const circuits = new Map<string, Circuit>();
  return {
    async run(host, callClass, work) {
      const key = `${callClass} ${host}`;
      const circuit = circuits.get(key) ?? { failures: 0, openUntil: 0, openMs: firstOpenMs, probing: false };
      circuits.set(key, circuit);
      const probe = circuit.failures >= failuresToOpen;
      if (probe && (circuit.probing || monotonic() < circuit.openUntil))
        throw leftAlone(circuit, monotonic());
      circuit.probing ||= probe;
      try {
        const answer = await work(probe);
        close(circuit);
        return answer;
      } catch (error) {
        if (isSilence(error)) fail(circuit, probe, monotonic());
        else close(circuit);
        throw error;
      } finally {
        if (probe) circuit.probing = false;
      }
    },
  };
}

function fail(circuit: Circuit, probe: boolean, now: number): void {
  circuit.failures += 1;
  if (circuit.failures < failuresToOpen) return;
  // What was under way when the circuit opened says nothing new.
  if (!probe && now < circuit.openUntil) return;
  circuit.openUntil = now + circuit.openMs;
  circuit.openMs = Math.min(circuit.openMs * 2, longestOpenMs);
}

function close(circuit: Circuit): void {
  circuit.failures = 0;
  circuit.openMs = firstOpenMs;
}

/** What the console refuses to send by itself, or a token that was refused, is no sign of the host's health. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof GatewayError)) return false;
  if (error.kind === 'timeout') return true;
  return error.kind === 'unavailable' && (error.status === null || error.status >= 500);
}

function leftAlone({ openUntil }: Circuit, now: number): GatewayError {
  return new GatewayError('unavailable', {
    acted: 'no',
    detail: 'It did not answer several calls in a row, so the console leaves it alone for a moment.',
    retryAfterSeconds: Math.max(1, Math.ceil((openUntil - now) / 1000)),
  });
}
