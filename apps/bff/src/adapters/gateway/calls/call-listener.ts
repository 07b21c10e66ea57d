/** Tells metrics of every call, the token call included, once it is over. */
import { GatewayError, type GatewayErrorKind } from '../../../ports/gateway-error.ts';
import type { Timing } from './timing.ts';

/** `operation` is an id of the contract: there are 31 of them, so it is fit to be a label. */
export type CallListener = (call: {
  operation: string;
  workspaceId: string;
  milliseconds: number;
  outcome: 'ok' | GatewayErrorKind;
}) => void;

/** Runs a call with all its retries and tells how it went. What is no `GatewayError` is a fault of ours and is not told. */
export async function observed<Answer>(
  call: { operation: string; workspaceId: string },
  { timing, onCall }: { timing: Timing; onCall: CallListener },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const startedAt = timing.monotonic();
  const tell = (outcome: 'ok' | GatewayErrorKind) =>
    onCall({ ...call, milliseconds: timing.monotonic() - startedAt, outcome });
  try {
    const answer = await run();
    tell('ok');
    return answer;
  } catch (error) {
    if (error instanceof GatewayError) tell(error.kind);
    throw error;
  }
}
