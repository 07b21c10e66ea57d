/** What a person is told when the gateway says no: one table from the kinds of failure to words. */
import type { BareProblem, ProblemCode } from '@console/console-contract';
import type { GatewayError, GatewayErrorKind } from './gateway-error.ts';

export function problemOfGateway(error: GatewayError): BareProblem {
  const { code, message } = words[error.kind];
  return {
    code,
    message,
    next: [error.note, error.likely, nextAfter(error)].filter((sentence) => sentence !== null).join(' '),
    ...(error.detail === null ? {} : { detail: error.detail }),
    ...retryOf(error),
  };
}

function retryOf({ retryAfterSeconds, retryAt }: GatewayError): Pick<BareProblem, 'retryAfter' | 'retryAt'> {
  return {
    ...(retryAfterSeconds === null ? {} : { retryAfter: retryAfterSeconds }),
    ...(retryAt === null ? {} : { retryAt: retryAt.toISOString() }),
  };
}

/** No sentence may point to what is not there: the gateway's own words, or a time. */
function nextAfter({ kind, detail, retryAfterSeconds }: GatewayError): string {
  if (kind === 'rejected' && detail === null) return 'Check the values and try again.';
  if (kind === 'rate-limited' && retryAfterSeconds === null) return 'Try again in a minute.';
  return words[kind].next;
}

const words: Record<GatewayErrorKind, { code: ProblemCode; message: string; next: string }> = {
  'credentials-refused': {
    code: 'gateway-refused-credentials',
    message: 'The gateway refused this workspace’s client id and secret.',
    next: 'Check both in the workspace’s settings; a new secret can be made in the vendor’s Auth ID Client Management.',
  },
  'token-refused': {
    code: 'gateway-refused-credentials',
    message: 'The gateway gives this workspace no token.',
    next: 'Ask for this console’s address to be let in, or for the licence of the module; the client id and secret may be right.',
  },
  'gateway-or-cloud-refused': {
    code: 'gateway-or-cloud-refused',
    message: 'The gateway or the cloud refused the credentials.',
    next: 'Check the Tenant ID, Application ID and secret value; if they are right, check that the gateway user may manage data connectors.',
  },
  forbidden: {
    code: 'gateway-forbidden',
    message: 'The gateway does not allow this.',
    next: 'Check that the platform is the right one, that the module is licensed, that the gateway lets the console’s address in, and that the gateway user may manage data connectors.',
  },
  licence: {
    code: 'gateway-licence',
    message: 'The licence allows no more connectors, or the subscription has expired.',
    next: 'Ask your Technical Account Manager to raise the limit; trying again does not help.',
  },
  'not-found': {
    code: 'gateway-not-found',
    message: 'The gateway does not know it: it may have been deleted elsewhere.',
    next: 'Go back to the list and refresh it.',
  },
  rejected: {
    code: 'gateway-rejected',
    message: 'The gateway did not accept the request.',
    next: 'Read what it says below, change the value and try again.',
  },
  conflict: {
    code: 'gateway-conflict',
    message: 'The gateway already has one of that name.',
    next: 'Choose another name.',
  },
  'in-the-way': {
    code: 'gateway-conflict',
    message: 'The gateway says that this conflicts with how things are there at the moment.',
    next: 'Refresh and look at the connector; if nothing there explains it, wait a minute and try again.',
  },
  'rate-limited': {
    code: 'gateway-rate-limited',
    message: 'The gateway’s call limit for this subscription is used up for now.',
    next: 'Wait until it takes calls again, then try again.',
  },
  unavailable: {
    code: 'gateway-unavailable',
    message: 'The gateway cannot be reached or is out of order.',
    next: 'Try again in a minute. What the console saw last stays readable.',
  },
  timeout: {
    code: 'gateway-timeout',
    message: 'The gateway did not answer in time.',
    next: 'Try again in a minute.',
  },
  redirected: {
    code: 'gateway-redirected',
    message: 'The gateway tried to send the call to another address; the console does not follow.',
    next: 'Check the workspace’s addresses: they may belong to a proxy or a sign-in page.',
  },
  unreadable: {
    code: 'gateway-unreadable',
    message: 'The gateway’s answer could not be read as what was asked for.',
    next: 'Check the workspace’s addresses; if they are right, try again later.',
  },
  'cut-short': {
    code: 'gateway-unreadable',
    message: 'The gateway’s list was cut short, so what is missing in it says nothing.',
    next: 'Try again in a minute; if it stays, look in the vendor’s own console.',
  },
};
