import { expect, test } from 'vitest';
import { awsCauses } from './aws-causes.ts';
import { azureCauses } from './azure-causes.ts';
import { gatewayCauses } from './gateway-causes.ts';
import { likelyCauseOf, likelyCauseOfTest } from './likely-cause.ts';

const azureMessages: Record<string, string> = {
  "AADSTS7000222: The provided client secret keys for app '0c6f2b7a' are expired.":
    'The client secret has expired',
  'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the value, not the ID.':
    'The client secret is wrong',
  "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.":
    'The secret was missing from the sign-in',
  "AADSTS700016: Application with identifier 'x' was not found in the directory 'Contoso'.":
    'The application does not exist in this tenant',
  "AADSTS7000112: Application 'x' is disabled.": 'The application is disabled',
  "AADSTS90002: Tenant 'x' not found. Check to make sure you have the correct tenant ID.":
    'The tenant does not exist',
  'AADSTS900382: Confidential Client is not supported in Cross Cloud request.':
    'The tenant belongs to another Azure cloud',
  'AADSTS53003: Access has been blocked by Conditional Access policies.':
    'Conditional Access blocks the application',
  'AADSTS90033: A transient error has occurred. Please try again.': 'Entra was busy',
  "AuthorizationFailed: The client 'x' does not have authorization to perform action 'Microsoft.Management/managementGroups/read' over scope '/providers/Microsoft.Management/managementGroups/y'.":
    'The application may not read the management groups',
  "AuthorizationFailed: no authorization over scope '/subscriptions/5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34'.":
    'The application may not read a subscription',
  'AuthorizationFailed. If access was recently granted, please refresh your credentials.':
    'The application may not read here, or not yet',
  "The management group 'Retail' could not be found.": 'A management group is gone',
  'ReadOnlyDisabledSubscription: The subscription is disabled.': 'A subscription is disabled or gone',
  'InvalidAuthenticationTokenTenant: wrong issuer': 'The application belongs to another tenant',
  'HTTP 429 TooManyRequests': 'Azure was asked too often',
};

const awsMessages: Record<string, string> = {
  'User: arn:aws:iam::805950163170:user/q is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Q':
    'The role cannot be assumed',
  'is not authorized to perform: organizations:ListAccounts with an explicit deny in a service control policy':
    'A service control policy forbids it',
  'not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the action':
    'A policy on the role forbids it',
  'AccessDeniedException: not authorized to perform: organizations:ListRoots':
    'The role may not read the organization',
  "You don't have permissions to access this resource.":
    'The role is in an account that may not read the organization',
  "AWSOrganizationsNotInUseException: Your account isn't a member of an organization.":
    'The account has no organization',
  'You must enable organizations access to operate a service managed stack set':
    'StackSets have no trusted access',
  'Account must be the management account or a delegated administrator':
    'This account may not deploy StackSets',
  'RegionDisabledException: STS is not activated in this region': 'The region is switched off',
  'UnrecognizedClientException: The security token included in the request is invalid.':
    'The keys are not accepted',
  'Account 111122223333 is SUSPENDED': 'An account is being closed',
  'OrganizationalUnitNotFoundException: ou-zar5-12hpzogk': 'A unit or account of the scope is gone',
  'ValidationError: x is an invalid ARN': 'The role’s ARN is wrong',
  'ConcurrentModificationException: try again': 'The organization was being changed',
  'UnauthorizedOperation: You are not authorized to perform ec2:DescribeVpcs':
    'The member role lacks rights to read the inventory',
  'ThrottlingException: Rate exceeded': 'AWS was asked too often',
};

const gatewayMessages: Record<string, string> = {
  'You have reached the maximum number of connectors allowed for your license.':
    'The licence allows no more connectors',
  'User lacks ASSET.MANAGE_DATA_CONNECTORS': 'The gateway’s user may not manage connectors',
  'java.net.UnknownHostException: management.azure.com': 'The gateway could not reach the cloud',
  INTERNAL_ERROR: 'Something failed inside the gateway',
  'An exception occurred while running Org Connector. \nContact support to resolve the issue.':
    'The gateway does not say why',
};

test('each known text leads to its likely cause', () => {
  for (const [message, title] of Object.entries(azureMessages)) {
    expect(likelyCauseOf(message, 'azure')?.title, message).toBe(title);
  }
  for (const [message, title] of Object.entries(awsMessages)) {
    expect(likelyCauseOf(message, 'aws')?.title, message).toBe(title);
  }
  for (const [message, title] of Object.entries(gatewayMessages)) {
    expect(likelyCauseOf(message, 'azure')?.title, message).toBe(title);
    expect(likelyCauseOf(message, 'aws')?.title, message).toBe(title);
  }
});

test('no row is hidden behind another: every known cause is reached by some message', () => {
  const reached = new Set([
    ...Object.values(azureMessages),
    ...Object.values(awsMessages),
    ...Object.values(gatewayMessages),
  ]);
  const titles = [...azureCauses, ...awsCauses, ...gatewayCauses].map(({ title }) => title);

  expect(titles.filter((title) => !reached.has(title))).toEqual([]);
});

test('one cloud’s patterns do not explain the other’s messages', () => {
  expect(likelyCauseOf('AADSTS7000222: expired', 'aws')).toBeNull();
});

test('a text that the console does not know has no likely cause', () => {
  expect(likelyCauseOf('Something entirely new happened.', 'azure')).toBeNull();
});

test('a text that says nothing gets a list of things to check, most likely first', () => {
  const cause = likelyCauseOf('An exception occurred while running Org Connector.', 'azure');

  expect(cause?.kind).toBe('platform');
  expect(cause?.steps.length).toBeGreaterThanOrEqual(5);
});

test('every cause says what to do', () => {
  for (const { title, explanation, steps } of [...azureCauses, ...awsCauses, ...gatewayCauses]) {
    expect(steps.length, title).toBeGreaterThan(0);
    expect(explanation, title).toMatch(/\.$/);
  }
});

test.each([
  ['azure', 'AADSTS7000222: The provided client secret keys are expired.'],
  ['azure', 'AADSTS7000215: Invalid client secret provided.'],
  ['azure', 'AADSTS90033: A transient error has occurred.'],
  ['azure', 'If access was recently granted, please refresh your credentials.'],
  ['azure', 'INTERNAL_SERVER_ERROR'],
  ['azure', 'An exception occurred while running org connector'],
  ['azure', 'connect timed out'],
  ['aws', 'User is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x'],
  ['aws', 'Rate exceeded'],
] as const)('a failed test advises nothing that needs a connector: %s, %s', (cloud, message) => {
  const steps = likelyCauseOfTest(message, cloud)?.steps.join(' ');

  expect(steps).toMatch(/test/i);
  expect(steps).not.toMatch(/next run|run again|member|connector’s id|create the connector again/i);
});
