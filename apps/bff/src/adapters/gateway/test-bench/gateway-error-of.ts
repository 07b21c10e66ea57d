import { GatewayError } from '../../../ports/gateway-error.ts';

/** For tests: the `GatewayError` a call ends in; anything else, a success included, fails the test. */
export async function gatewayErrorOf(call: Promise<unknown>): Promise<GatewayError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error('The call succeeded.');
}
