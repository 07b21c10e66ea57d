/** What the vendor's own texts most likely mean, whichever the cloud. The last row is the one text that says nothing. */
import { vendorCase } from './commands.ts';
import { edit, type KnownCause, runAgain } from './known-cause.ts';

export const gatewayCauses: readonly KnownCause[] = [
  {
    pattern: /maximum number of connectors allowed/i,
    kind: 'licence',
    title: 'The licence allows no more connectors',
    explanation:
      'The subscription’s limit is reached, or the subscription has expired. Trying again does not help.',
    steps: [
      'Delete connectors that are not needed, narrow the scope, or stop creating connectors for new accounts.',
      'Ask your Technical Account Manager to raise the limit.',
    ],
    link: null,
    repair: { actions: [edit('scope'), edit('members')] },
  },
  {
    pattern: /ASSET\.MANAGE_DATA_CONNECTORS/i,
    kind: 'configuration',
    title: 'The gateway’s user may not manage connectors',
    explanation: 'The user behind the client id lacks the permission to manage data connectors.',
    steps: ['Give the user the permission ASSET.MANAGE_DATA_CONNECTORS and access to the API.'],
    link: null,
    repair: { actions: [runAgain] },
  },
  {
    pattern: /\b(ETIMEDOUT|ECONNRESET|UnknownHostException|connect timed out|read timed out)\b/i,
    kind: 'transient',
    title: 'The gateway could not reach the cloud',
    explanation: 'A connection between the vendor and the cloud failed or took too long.',
    steps: ['Wait for the next run.', 'If it lasts, look at the vendor’s and the cloud’s status pages.'],
    link: null,
    repair: { actions: [runAgain] },
  },
  {
    pattern: /INTERNAL_(SERVER_)?ERROR|internal server error/i,
    kind: 'platform',
    title: 'Something failed inside the gateway',
    explanation: 'The vendor’s own service ended with an error.',
    steps: [
      'Run the connector once more.',
      'If it fails again, open a case with the connector’s id, UUID and the time.',
    ],
    duringTest: [
      'Test once more.',
      'If it fails again, open a case with the vendor and name the time of the test.',
    ],
    link: null,
    repair: { actions: [runAgain], commands: [vendorCase] },
  },
  {
    pattern: /an exception occurred while running org connector/i,
    kind: 'platform',
    title: 'The gateway does not say why',
    explanation: 'This text hides the cause. Most often it is one of the following, in this order.',
    steps: [
      'Is the app’s secret, or the role’s external id, still the right one and not expired?',
      'May the app or role read the whole hierarchy: management groups, or the organization?',
      'Was the trust of a role, or a policy above it, changed lately?',
      'Is the licence’s limit of connectors reached?',
      'Was the cloud throttling? Then the next run succeeds.',
      'Otherwise run it once more, then open a case with the connector’s id, UUID and the time.',
    ],
    duringTest: [
      'Is the app’s secret, or the role’s external id, the right one and not expired?',
      'May the app or role read the whole hierarchy: management groups, or the organization?',
      'Was the trust of a role, or a policy above it, changed lately?',
      'Otherwise test once more, then open a case with the vendor and name the time of the test.',
    ],
    link: null,
    repair: { actions: [runAgain], commands: [vendorCase] },
  },
];
