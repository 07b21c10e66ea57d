/** What a person is told of an operation that did not simply succeed. */
import type { BareProblem } from '@console/console-contract';
import { GatewayError } from '../ports/gateway-error.ts';

export function nameTaken(name: string): BareProblem {
  return {
    code: 'name-taken',
    message: `A connector named “${name}” exists already.`,
    kept: 'Nothing was created; your draft is kept.',
    next: 'Choose another name, or open the existing connector from the list.',
  };
}

/** `cause` is what happened to the answer; what is no `GatewayError` tells nothing of it. */
export function outcomeUnknown(cause: unknown): BareProblem {
  const answered = cause instanceof GatewayError ? cause : null;
  return {
    code: 'outcome-unknown',
    message: `${answered === null ? answerLost : unclear(answered)}, so it is not known whether it acted.`,
    kept: 'The request is recorded; the console looks at the gateway until it knows.',
    next: 'Wait for the outcome instead of trying again.',
    ...(answered?.detail ? { detail: answered.detail } : {}),
    ...(answered?.status ? { gatewayStatus: answered.status } : {}),
  };
}

const answerLost = 'The gateway’s answer was lost';

/** An answer that came is not called lost, however little it tells. */
function unclear({ kind, status }: GatewayError): string {
  if (kind === 'timeout' && status === null) return 'The gateway did not answer in time';
  if (status === null) return answerLost;
  if (kind === 'unreadable') return `The gateway answered (${status}) with what cannot be read`;
  return kind === 'redirected'
    ? `The gateway sent the call on to another address (${status})`
    : `The gateway answered with an error (${status})`;
}

export const notCreated: BareProblem = {
  code: 'outcome-unknown',
  message: 'The connector did not appear at the gateway: it was not created.',
  kept: 'Your draft is kept; a secret is never part of it.',
  next: 'Trying again is safe.',
};

/** The gateway said yes to creating it, and then never showed it. */
export const notListed: BareProblem = {
  code: 'outcome-unknown',
  message: 'The gateway accepted the connector, but does not list it.',
  kept: 'Your draft is kept; a secret is never part of it.',
  next: 'Look for its name in the list in a few minutes, before you try again.',
};

/** `cause` is why the console could not look. */
export function notSeenYet(cause: BareProblem | null): BareProblem {
  return {
    code: 'outcome-unknown',
    message: 'The gateway accepted the change, but does not show it yet.',
    kept: 'The request is recorded; the console looks at the gateway until it knows.',
    next: 'Wait for the outcome instead of trying again.',
    ...(cause?.detail === undefined ? {} : { detail: cause.detail }),
  };
}

export function notSwitched(enabled: boolean): BareProblem {
  return {
    code: 'gateway-rejected',
    message: `The connector is still ${enabled ? 'disabled' : 'enabled'} at the gateway.`,
    kept: 'Nothing was changed.',
    next: 'Trying again is safe.',
  };
}

/** Another user changed the connector after it was opened for editing. */
export const changedMeanwhile: BareProblem = {
  code: 'conflict',
  message: 'The connector was changed meanwhile, since it was opened for editing.',
  kept: 'Nothing was sent; the connector is as the other person left it.',
  next: 'Compare your version with the one that is there now, and save again on top of it.',
};

export const notEdited: BareProblem = {
  code: 'gateway-rejected',
  message: 'No confirmation came from the gateway, and the connector was not changed.',
  kept: 'Nothing was changed.',
  next: 'Trying again is safe.',
};

/** The gateway agreed, and tells other values than those it was given. */
export const editedOtherwise: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway accepted the change, but shows other values than those it was given.',
  kept: 'The request is recorded with the values before and after.',
  next: 'Open the connector for editing and see what the gateway made of it.',
};

/** The AWS detail leaves out the role, the scope and more: reading shows nothing of such a change. */
export const editUnseen: BareProblem = {
  code: 'outcome-unknown',
  message: 'No confirmation came from the gateway, and what was changed is nothing that it tells when asked.',
  kept: 'The connector is either as it was or changed as asked.',
  next: 'Save the same change once more: that does no harm.',
};

export const notDeleted: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway still has the connector.',
  kept: 'The connector and its members are as they were.',
  next: 'Trying again is safe.',
};

export const notAttached: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway does not list the member under this connector.',
  kept: 'The member is as it was.',
  next: 'Make sure that the connector is a valid target for it, then try again.',
};

export const notDetached: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway still lists members that should have been detached.',
  kept: 'Those members are as they were; others may be detached.',
  next: 'Look at the list of members; detaching once more does no harm.',
};

/** The AWS document has no call that lists members. */
export const unseenOnAws: BareProblem = {
  code: 'outcome-unknown',
  message: 'No confirmation came from the gateway, and AWS members cannot be listed to look.',
  kept: 'The member is either as it was or changed as asked.',
  next: 'Check it in the vendor’s own console; asking once more does no harm.',
};

export const askedElsewhere: BareProblem = {
  code: 'outcome-unknown',
  message: 'The workspace was pointed to another gateway before it was known what became of this.',
  kept: 'The request is recorded; nothing of it went to the other gateway.',
  next: 'Look for it at the gateway that it was sent to: the console looks only where the workspace points now.',
};

/** Stored by another version of the console. */
export const requestUnreadable: BareProblem = {
  code: 'outcome-unknown',
  message: 'The console cannot tell what became of this: another version of it recorded what was asked for.',
  kept: 'The request is stored as it is; nothing more of it is sent.',
  next: 'Open the connector and check whether the change was made.',
};

export const neverSent: BareProblem = {
  code: 'unavailable',
  message: 'The console was stopped before it sent this.',
  kept: 'Nothing was sent to the gateway.',
  next: 'Trying again is safe.',
};

export function lookAlikes(count: number): BareProblem {
  return {
    code: 'outcome-unknown',
    message: `The gateway has ${count} connectors that look like the one asked for.`,
    kept: 'Nothing more is sent; your draft is kept.',
    next: 'Open them and decide which one to keep.',
  };
}

export const nearlyNamed: BareProblem = {
  code: 'outcome-unknown',
  message: 'The gateway lists no connector of exactly this name, but at least one with a very similar name.',
  kept: 'Nothing more is sent; your draft is kept.',
  next: 'Before you try again, open each and see whether it is the one you asked for.',
};

export const runUnclear: BareProblem = {
  code: 'outcome-unknown',
  message: 'No confirmation came from the gateway, and nothing shows whether the connector was run.',
  kept: 'The settings of the connector are unchanged.',
  next: 'Look at its state and last sync; running it once more does no harm.',
};

export const notMarked: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway did not mark the connector for running.',
  kept: 'Nothing was changed.',
  next: 'A disabled connector is not run: check that it is enabled.',
};

/** Of an item of a bulk that another version of the console stored. */
export const itemUnreadable: BareProblem = {
  code: 'internal',
  message: 'Another version of the console recorded what was asked for, and this one cannot read it.',
  kept: 'Nothing was sent.',
  next: 'Retry it: the change is then requested again.',
};

/** Of an item of a bulk. */
export const busyAtItsTurn: BareProblem = {
  code: 'conflict',
  message: 'Another change of this connector was under way when its turn came.',
  kept: 'Nothing was sent.',
  next: 'Retry it once the other change is settled.',
};

export const passedOver: BareProblem = {
  code: 'gateway-rejected',
  message: 'The gateway did not mark the connector for running, because it is disabled.',
  kept: 'Nothing was changed.',
  next: 'Enable it, then retry.',
};

/** A fault of the console's own, before anything was sent. */
export const internalFault: BareProblem = {
  code: 'internal',
  message: 'Something went wrong in the console itself.',
  kept: 'Nothing was sent to the gateway.',
  next: 'Try again; if it happens again, report the request id.',
};
