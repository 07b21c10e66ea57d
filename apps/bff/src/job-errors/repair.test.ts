/** What repairs a cause: what the console can do, and lines with the ids of the connector in them. */
import type { AwsConnector, AzureConnector, Connector } from '@console/console-contract';
import { expect, test } from 'vitest';
import { awsCauses } from './aws-causes.ts';
import { azureCauses } from './azure-causes.ts';
import { gatewayCauses } from './gateway-causes.ts';
import { likelyCauseOf } from './likely-cause.ts';

const described = {
  id: '47',
  uuid: '4f1d8b6c-2a97-4e35-b8c0-9d7e6f5a4b32',
  name: 'Contoso',
  description: null,
  state: 'errors',
  stateText: 'FINISHED_ERRORS',
  enabled: true,
  organizationId: 'r-zar5',
  capabilities: [],
  remediation: null,
  runEvery: null,
  memberRunEvery: null,
  memberPrefix: null,
  lastSync: '2026-11-20T10:00:00.000Z',
  lastSuccessfulSync: null,
  nextSync: null,
  lastError: null,
  createdBy: null,
  tagIds: [],
  scope: null,
  createForNewAccounts: null,
  disableForDeleted: null,
  activation: null,
  appIdentifiers: null,
} as const satisfies Partial<Connector>;

const azure: AzureConnector = {
  ...described,
  cloud: 'azure',
  capabilities: [],
  tagIds: [],
  tenantId: 'a9d7c7f6-1111-4c2e-9d5a-0c5f0a1b2c3d',
  tenantName: 'Contoso',
  applicationId: '0c6f2b7a-2222-4d3f-8e6b-1d6a1b2c3d4e',
  secretExpiresOn: null,
};

const aws: AwsConnector = {
  ...described,
  cloud: 'aws',
  capabilities: [],
  tagIds: [],
  roleArn: 'arn:aws:iam::444455556666:role/platform/OrganizationRole',
  baseAccountId: '805950163170',
  perimeterScan: null,
};

const subscription = '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34';

function repairOf(message: string, connector: AzureConnector | AwsConnector) {
  const cause = likelyCauseOf(message, connector.cloud, connector);
  if (cause === null) throw new Error(`No cause is known for ${message}`);
  return cause.repair;
}

test('an expired or wrong secret is repaired by a clone with a new one, and its commands name the application', () => {
  for (const message of [
    `AADSTS7000222: The provided client secret keys for app '${azure.applicationId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security. Trace ID: 5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34`,
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
  ]) {
    const { actions, commands, named } = repairOf(message, azure);

    expect(actions).toEqual([{ action: 'clone-with-new-secret' }, { action: 'run-again' }]);
    expect(commands.map(({ text }) => text).join('\n')).toContain(
      `az ad app credential reset --id ${azure.applicationId} --append`,
    );
    expect(commands.flatMap(({ missing }) => missing)).toEqual([]);
    expect(named).toEqual([]);
  }
});

test('a refused subscription is named, and the role is assigned on it and on no other scope', () => {
  const message = `AuthorizationFailed: The client '${azure.applicationId}' with object id '7e1c2d3f-4a5b-4c6d-8e9f-0a1b2c3d4e5f' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/read' over scope '/subscriptions/${subscription}' or the scope is invalid.`;
  const { actions, commands, named } = repairOf(message, azure);

  expect(named).toEqual([{ kind: 'subscription', id: subscription }]);
  expect(actions[0]).toEqual({ action: 'run-again' });
  expect(commands[0]?.text).toContain(`--scope /subscriptions/${subscription}`);
  expect(commands[0]?.text).toContain(`az ad sp show --id ${azure.applicationId}`);
});

test('the role at the root management group is that of the tenant; the subscription of another message is not asked about', () => {
  const message = `AuthorizationFailed: The client 'x' with object id 'y' does not have authorization to perform action 'Microsoft.Management/managementGroups/read' over scope '/providers/Microsoft.Management/managementGroups/${azure.tenantId}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  const { commands, named } = repairOf(message, azure);

  expect(commands[0]?.text).toContain(`/managementGroups/${azure.tenantId}`);
  expect(commands.map(({ text }) => text).join('\n')).not.toContain('/subscriptions/');
  expect(named).toEqual([]);
});

test('what the scope names and Azure has no more is edited in the step Scope', () => {
  const message = "ManagementGroupNotFound: The management group 'Retail EU' could not be found.";
  const { actions, named } = repairOf(message, azure);

  expect(actions[0]).toEqual({ action: 'edit', step: 'scope' });
  expect(named).toEqual([{ kind: 'group', id: 'Retail EU' }]);
});

test('a role that cannot be assumed is named with its account, never with the account that asked for it', () => {
  const message =
    'User: arn:aws:iam::805950163170:user/connector-service is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/path/MemberRole (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied)';
  const { actions, commands, named } = repairOf(message, aws);

  expect(named).toEqual([{ kind: 'account', id: '111122223333' }]);
  expect(actions).toContainEqual({ action: 'edit', step: 'organization' });
  expect(commands[0]?.text).toContain('--role-name MemberRole ');
  expect(commands[1]?.text).toContain('--stack-instance-account 111122223333');
  expect(commands[1]?.missing).toEqual(['the name of your stack set']);
});

test('where the message names no role, the commands have that of the connector', () => {
  const { commands } = repairOf(
    'AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/Reader/connector is not authorized to perform: organizations:ListRoots',
    aws,
  );
  expect(commands[0]?.text).toContain('--role-name Reader ');
  const other = repairOf('AccessDeniedException: not authorized to perform: organizations:ListRoots', aws);
  expect(other.commands[0]?.text).toContain('--role-name OrganizationRole ');
});

test('a unit that is gone is looked for by its id, an account that is closed by its own', () => {
  const gone = repairOf(
    "OrganizationalUnitNotFoundException: We can't find an OU with the OrganizationalUnitId that you specified: ou-zar5-12hpzogk.",
    aws,
  );
  expect(gone.named).toEqual([{ kind: 'unit', id: 'ou-zar5-12hpzogk' }]);
  expect(gone.commands[0]?.text).toContain('ou-zar5-12hpzogk');
  expect(gone.commands[1]?.text).toContain('--parent-id r-zar5');
  const closed = repairOf('Account 111122223333 is SUSPENDED', aws);
  expect(closed.commands[0]?.text).toContain('--account-id 111122223333');
});

test('an id that is not known stands in angle brackets, and what belongs there is said', () => {
  const { commands } = repairOf('AADSTS7000222: The provided client secret keys are expired.', {
    ...azure,
    applicationId: null,
  });
  expect(commands[0]).toMatchObject({ missing: ['the Application ID'] });
  expect(commands[0]?.text).toContain('--id <APPLICATION_ID> ');
});

test.each(['$(id)', 'a; id', '`id`', "'; id; '", '--query', 'a b', 'a\nb', ''])(
  'an id of the gateway that a shell would read otherwise is left out: %j',
  (applicationId) => {
    const { commands } = repairOf('AADSTS7000222: expired', { ...azure, applicationId });

    expect(commands[0]?.text).toContain('--id <APPLICATION_ID> ');
  },
);

test('a case with the vendor names the connector, its UUID and its last job', () => {
  const { commands } = repairOf('An exception occurred while running Org Connector.', aws);

  expect(commands[0]?.text).toContain(`Connector 47, UUID ${aws.uuid}, its job of ${aws.lastSync}`);
});

test('every cause but a wrong cloud and a full licence is followed by another run', () => {
  const without = [...azureCauses, ...awsCauses, ...gatewayCauses]
    .filter(({ repair }) => !repair.actions.some(({ action }) => action === 'run-again'))
    .map(({ title }) => title);

  expect(without).toEqual([
    'The tenant belongs to another Azure cloud',
    'The application belongs to another tenant',
    'The licence allows no more connectors',
  ]);
});
