/** What Microsoft's texts most likely mean. Specific rows stand before general ones; the first match wins. */
import { azureCommands } from './commands.ts';
import { cloneWithNewSecret, cloneWithOtherIds, edit, type KnownCause, runAgain } from './known-cause.ts';

const signInErrors = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes';
const managementGroups = 'https://learn.microsoft.com/en-us/azure/governance/management-groups/overview';
const throttling =
  'https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/request-limits-and-throttling';

export const azureCauses: readonly KnownCause[] = [
  {
    pattern: /AADSTS7000222|client secret keys .* expired/i,
    kind: 'configuration',
    title: 'The client secret has expired',
    explanation:
      'The app registration’s secret is past its end date, so the gateway can no longer sign in to the tenant.',
    steps: [
      'In Entra, open the app registration, then Certificates & secrets, and add a new client secret.',
      'A tenant connector’s secret cannot be changed through the API: set it in the vendor’s own console, or create the connector again.',
      'Member connectors keep a copy of their own: renew it there, too.',
    ],
    duringTest: [
      'In Entra, open the app registration, then Certificates & secrets, and add a new client secret.',
      'Enter its value here, then test again.',
    ],
    link: signInErrors,
    repair: {
      actions: [cloneWithNewSecret, runAgain],
      commands: [azureCommands.secretEnds, azureCommands.newSecret],
    },
  },
  {
    pattern: /AADSTS7000215|invalid client secret/i,
    kind: 'configuration',
    title: 'The client secret is wrong',
    explanation:
      'Often the secret’s ID was pasted instead of its value, or the secret belongs to another app.',
    steps: [
      'Add a new client secret and copy the column Value right away: it is shown only once.',
      'Set it in the vendor’s own console, or create the connector again.',
    ],
    duringTest: [
      'Copy the secret’s column Value, not its ID; if it is not shown any more, add a new client secret.',
      'Enter the value here, then test again.',
    ],
    link: signInErrors,
    repair: {
      actions: [cloneWithNewSecret, runAgain],
      commands: [azureCommands.secretEnds, azureCommands.newSecret],
    },
  },
  {
    pattern: /AADSTS(7000218|900144)/i,
    kind: 'configuration',
    title: 'The secret was missing from the sign-in',
    explanation: 'An empty value was sent where the client secret belongs.',
    steps: ['Enter the secret again; do not leave the field blank or masked.'],
    link: signInErrors,
    repair: { actions: [edit('tenant'), cloneWithNewSecret, runAgain], commands: [azureCommands.newSecret] },
  },
  {
    pattern: /AADSTS700016|application .* (was )?not found in the directory/i,
    kind: 'configuration',
    title: 'The application does not exist in this tenant',
    explanation: 'The application id is wrong, or the app is registered in another tenant.',
    steps: [
      'Compare the Application (client) ID and the Directory (tenant) ID on the app’s overview page.',
      'Take the application id, not the object id.',
    ],
    link: signInErrors,
    repair: { actions: [cloneWithOtherIds, runAgain], commands: [azureCommands.application] },
  },
  {
    pattern: /AADSTS7000112|application .* is disabled/i,
    kind: 'configuration',
    title: 'The application is disabled',
    explanation: 'Sign-in is switched off for the app in this tenant.',
    steps: ['In Entra, open Enterprise applications, the app, Properties, and enable sign-in.'],
    link: signInErrors,
    repair: { actions: [runAgain], commands: [azureCommands.enableApplication] },
  },
  {
    pattern: /AADSTS(90038|900382|900432|90051)/i,
    kind: 'configuration',
    title: 'The tenant belongs to another Azure cloud',
    explanation: 'Tenant connectors reach the global Azure cloud only, not a national one.',
    steps: ['Use a tenant of the global cloud, or onboard the subscriptions one by one.'],
    link: signInErrors,
    repair: { actions: [cloneWithOtherIds], commands: [azureCommands.tenant] },
  },
  {
    pattern: /AADSTS90002|tenant .* not found/i,
    kind: 'configuration',
    title: 'The tenant does not exist',
    explanation:
      'The Tenant ID is wrong, the tenant has no active subscription, or it belongs to another Azure cloud.',
    steps: ['Compare the Tenant ID with the Directory (tenant) ID in Entra.'],
    link: signInErrors,
    repair: { actions: [cloneWithOtherIds, runAgain], commands: [azureCommands.tenant] },
  },
  {
    pattern: /AADSTS(53003|530032|530035)|conditional access/i,
    kind: 'configuration',
    title: 'Conditional Access blocks the application',
    explanation: 'A policy of the tenant forbids this app to sign in from where the gateway calls.',
    steps: ['Exclude the service principal from the policy, or allow the vendor’s addresses.'],
    link: signInErrors,
    repair: { actions: [runAgain], commands: [azureCommands.excludedPrincipal] },
  },
  {
    pattern: /AADSTS(90006|90012|90024|90033|90090|90055)/i,
    kind: 'transient',
    title: 'Entra was busy',
    explanation: 'Microsoft’s sign-in service was unavailable or throttled for a moment.',
    steps: ['Wait for the next run.', 'Look closer only if it lasts for more than three runs.'],
    link: signInErrors,
    repair: { actions: [runAgain] },
  },
  {
    pattern: /if access was recently granted, please refresh/i,
    kind: 'configuration',
    title: 'The application may not read here, or not yet',
    explanation: 'A role that was just assigned takes up to half an hour to work everywhere.',
    steps: [
      'If the role was assigned today, wait half an hour and run again.',
      'Otherwise assign Reader to the app at the tenant’s root management group.',
    ],
    duringTest: [
      'If the role was assigned today, wait half an hour and test again.',
      'Otherwise assign Reader to the app at the tenant’s root management group.',
    ],
    link: managementGroups,
    repair: {
      actions: [runAgain, edit('scope')],
      commands: [azureCommands.readSubscription, azureCommands.readRoot, azureCommands.assignments],
    },
  },
  {
    pattern:
      /AuthorizationFailed.*managementGroups|does not have authorization to perform action 'Microsoft\.Management\/managementGroups/is,
    kind: 'configuration',
    title: 'The application may not read the management groups',
    explanation: 'Reader on single subscriptions is not enough: the hierarchy itself must be readable.',
    steps: [
      'Assign Reader or Management Group Reader to the app at the tenant’s root management group.',
      'The user who assigns it needs Owner or User Access Administrator there; a Global Administrator can elevate access first.',
      'Then run the connector again.',
    ],
    link: managementGroups,
    repair: { actions: [runAgain], commands: [azureCommands.readRoot, azureCommands.assignments] },
  },
  {
    pattern: /AuthorizationFailed.*\/subscriptions\/[0-9a-f-]{36}/is,
    kind: 'configuration',
    title: 'The application may not read a subscription',
    explanation:
      'The subscription lies outside the management group that grants the access, or does not inherit it.',
    steps: ['Assign Reader to the app on the subscription, or on a management group above it.'],
    link: managementGroups,
    repair: {
      actions: [runAgain, edit('scope')],
      commands: [azureCommands.readSubscription, azureCommands.assignments],
    },
  },
  {
    pattern: /ManagementGroupNotFound|management ?group.*(not ?found|could not be found)/is,
    kind: 'configuration',
    title: 'A management group is gone',
    explanation: 'A group of the connector’s scope was deleted, renamed, or is no longer visible to the app.',
    steps: [
      'Compare the connector’s scope with the groups in the Azure portal, and take out the one that is gone.',
      'To have the gateway read the groups anew, open Edit, enter the secret on the step Tenant, and test the connection there.',
    ],
    link: managementGroups,
    repair: { actions: [edit('scope'), runAgain], commands: [azureCommands.groups] },
  },
  {
    pattern: /SubscriptionNotFound|subscription .*(disabled|not enabled)|ReadOnlyDisabledSubscription/i,
    kind: 'configuration',
    title: 'A subscription is disabled or gone',
    explanation: 'Azure no longer lets users or applications work with a subscription in the scope.',
    steps: ['Enable it again, exclude it, or let connectors of deleted groups be disabled.'],
    link: null,
    repair: {
      actions: [edit('scope'), edit('members'), runAgain],
      commands: [azureCommands.subscription],
    },
  },
  {
    pattern: /InvalidAuthenticationTokenTenant/i,
    kind: 'configuration',
    title: 'The application belongs to another tenant',
    explanation: 'The app signs in to one tenant while the management groups belong to another.',
    steps: ['Use an app registered in the tenant that is being onboarded.'],
    link: null,
    repair: { actions: [cloneWithOtherIds], commands: [azureCommands.application] },
  },
  {
    pattern: /\b429\b|TooManyRequests|RequestsThrottled|throttl/i,
    kind: 'transient',
    title: 'Azure was asked too often',
    explanation:
      'Azure limits how often one app may read; large tenants reach the limit when connectors run often.',
    steps: ['Wait for the next run.', 'If it comes back, run the connector less often.'],
    link: throttling,
    repair: { actions: [runAgain, edit('members')] },
  },
];
