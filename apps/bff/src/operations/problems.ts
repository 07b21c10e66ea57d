/** What a person is told of an operation that did not simply succeed. */
import type { GatewayProblem } from '../ports/gateway-problem.ts';

export function nameTaken(name: string): GatewayProblem {
  return {
    code: 'name-taken',
    message: `A connector named “${name}” exists already.`,
    kept: 'Nothing was created; your draft is kept.',
    next: 'Choose another name, or open the existing connector from the list.',
  };
}

/** `cause` is what happened to the answer. */
export function outcomeUnknown(cause: GatewayProblem | null): GatewayProblem {
  return {
    code: 'outcome-unknown',
    message: 'The gateway’s answer was lost, so it is not known whether it acted.',
    kept: 'The request is recorded; the console looks at the gateway until it knows.',
    next: 'Wait for the outcome instead of trying again.',
    ...(cause === null ? {} : { detail: cause.message }),
  };
}

export const notCreated: GatewayProblem = {
  code: 'outcome-unknown',
  message: 'The gateway’s answer was lost, and the connector did not appear: it was not created.',
  kept: 'Your draft is kept. The secret is not: the console never stores it for this.',
  next: 'Trying again is safe; enter the secret again.',
};

export const neverSent: GatewayProblem = {
  code: 'unavailable',
  message: 'The console was stopped before it sent this.',
  kept: 'Nothing was sent to the gateway.',
  next: 'Trying again is safe.',
};

export function lookAlikes(count: number): GatewayProblem {
  return {
    code: 'outcome-unknown',
    message: `The gateway’s answer was lost, and ${count} connectors look like the one asked for.`,
    kept: 'Nothing was changed; your draft is kept.',
    next: 'Open them and decide which one to keep.',
  };
}

export const runUnclear: GatewayProblem = {
  code: 'outcome-unknown',
  message: 'The gateway’s answer was lost, and nothing shows whether the connector was run.',
  kept: 'The connector is as it was.',
  next: 'Look at its state and last sync; running it once more does no harm.',
};

export const notMarked: GatewayProblem = {
  code: 'gateway-rejected',
  message: 'The gateway did not mark the connector for running.',
  kept: 'The connector is as it was.',
  next: 'A disabled connector is not run: check that it is enabled.',
};

/** A fault of the console's own, before anything was sent. */
export const internalFault: GatewayProblem = {
  code: 'internal',
  message: 'Something went wrong in the console itself.',
  kept: 'Nothing was sent to the gateway.',
  next: 'Try again; if it happens again, report the request id.',
};
