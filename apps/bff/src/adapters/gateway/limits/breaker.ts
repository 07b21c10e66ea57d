/**
 * Keeps away from what does not answer: after some failures in a row calls fail at once, then a single probe finds out whether
 * it is back. There are two circuits for every call:
 *
 * - the host's, shared by all workspaces: counts only calls that found no server (no connection);
 * - the workspace's at that host: counts silence, broken connections and 5xx, which may be about its subscription or its
 *   size alone.
 *
 * So what one workspace does, with a bad credential, a used-up limit or a subscription that makes the gateway stumble, never
 * keeps another away. Any other answer, a refusal included, shows that the gateway is there.
 */
import { GatewayError } from '../../../ports/gateway-error.ts';
import { notSent } from '../calls/failures.ts';
import type { Timing } from '../calls/timing.ts';

/** `probe`: the one call that finds out; it is made once and not tried again. */
export type Guarded<Answer> = (probe: boolean) => Promise<Answer>;
export type CallClass = 'read' | 'write' | 'token';
export type Guard = { host: string; workspaceId: string; callClass: CallClass };

export type Breakers = {
  /** @throws `unavailable` without calling anything while the host, or the workspace at it, is left alone */
  run<Answer>(guard: Guard, work: Guarded<Answer>): Promise<Answer>;
};

type Circuit = { failures: number; openUntil: number; openMs: number; probing: boolean };

const failuresToOpen = 5;
const firstOpenMs = 5_000;
/** However long an outage was, half a minute after its end the console is back by itself. */
const longestOpenMs = 20_000;

export function createBreakers({ monotonic }: Pick<Timing, 'monotonic'>): Breakers {
  const circuits = new Map<string, Circuit>();
  // A call may fail for its token, which is another host's affair and was counted there.
  const counted = new WeakSet<GatewayError>();
  return { run };

  async function run<Answer>(
    { host, workspaceId, callClass }: Guard,
    work: Guarded<Answer>,
  ): Promise<Answer> {
    const shared = circuitOf(`${callClass} ${host}`);
    const own = circuitOf(`${callClass} ${host} ${workspaceId}`);
    const broken = [shared, own].filter(({ failures }) => failures >= failuresToOpen);
    const closed = broken.find(({ probing, openUntil }) => probing || monotonic() < openUntil);
    if (closed !== undefined) throw leftAlone(closed);
    for (const circuit of broken) circuit.probing = true;
    try {
      const answer = await work(broken.length > 0);
      for (const circuit of [shared, own]) close(circuit);
      return answer;
    } catch (error) {
      take(error, { shared, own });
      throw error;
    } finally {
      for (const circuit of broken) circuit.probing = false;
    }
  }

  function circuitOf(key: string): Circuit {
    const circuit = circuits.get(key) ?? { failures: 0, openUntil: 0, openMs: firstOpenMs, probing: false };
    circuits.set(key, circuit);
    return circuit;
  }

  function take(error: unknown, { shared, own }: { shared: Circuit; own: Circuit }): void {
    if (!(error instanceof GatewayError) || counted.has(error)) return;
    counted.add(error);
    if (foundNoServer(error)) fail(shared, monotonic());
    if (isNoGoodAnswer(error)) fail(own, monotonic());
    if (error.status === null && !error.cut) return;
    // However bad, it was an answer, or the beginning of one.
    close(shared);
    if (!isNoGoodAnswer(error)) close(own);
  }

  function leftAlone({ openUntil }: Circuit): GatewayError {
    return notSent(
      'unavailable',
      'It did not answer several calls in a row, so the console leaves it alone for a moment.',
      Math.max(1, Math.ceil((openUntil - monotonic()) / 1000)),
    );
  }
}

function fail(circuit: Circuit, now: number): void {
  circuit.failures += 1;
  if (circuit.failures < failuresToOpen) return;
  // What was under way when the circuit opened says nothing new.
  if (now < circuit.openUntil) return;
  circuit.openUntil = now + circuit.openMs;
  circuit.openMs = Math.min(circuit.openMs * 2, longestOpenMs);
}

function close(circuit: Circuit): void {
  circuit.failures = 0;
  circuit.openMs = firstOpenMs;
}

function foundNoServer({ kind, status, tried, cut }: GatewayError): boolean {
  return kind === 'unavailable' && status === null && tried && !cut;
}

function isNoGoodAnswer({ kind, status, cut }: GatewayError): boolean {
  return kind === 'timeout' || cut || (kind === 'unavailable' && status !== null && status >= 500);
}
