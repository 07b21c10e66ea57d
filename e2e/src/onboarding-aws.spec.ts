import type { Page } from '@playwright/test';
import {
  fillOrganization,
  openOrganization,
  openScope,
  questions,
  testConnection,
} from './fixtures/aws-wizard.ts';
import { expectStep, goOn } from './fixtures/azure-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { pressOn, tabTo, typeInto, watchPointer } from './fixtures/keyboard.ts';
import { sampleOrganization } from './fixtures/sample-organization.ts';

test('the organization of the AWS document is tested, created and run to the end of its first job', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors/new`);
  await page.getByRole('link', { name: /AWS organization/ }).click();
  await page.getByLabel('Name', { exact: true }).fill(sampleOrganization.name);
  await goOn(page, questions.organization);
  await fillOrganization(page);
  await testConnection(page);
  await goOn(page, questions.scope);
  await chooseUnit(page);
  await goOn(page, questions.members);
  await page.getByLabel('Member prefix').fill(sampleOrganization.memberPrefix);
  await expect(page.getByText('createdbyorg_123456789012')).toBeVisible();
  await page.getByLabel('Cloud perimeter scan').check();
  await goOn(page, questions.activation);
  await expect(page.getByLabel('Vulnerability Management (VM)')).toBeChecked();
  await goOn(page, questions.review);
  await expectReview(page);

  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('heading', { name: 'Creating AWS Org' })).toBeVisible();
  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('Connector created, done');
  await simulator.advance(15);

  await expect(page).toHaveURL(/\/connectors\/aws\/\d+$/);
  await expect(page.getByRole('heading', { name: 'AWS Org', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Scope' }).click();
  await expect(page.getByRole('table', { name: 'Included units and accounts' })).toContainText(
    'Root / Pilot',
  );
});

async function chooseUnit(page: Page): Promise<void> {
  await page.getByLabel('Search units').fill('pilot');
  await page.getByRole('button', { name: 'Include the match' }).click();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
}

async function expectReview(page: Page): Promise<void> {
  const organization = page.getByRole('region', { name: 'Organization' });
  await expect(organization).toContainText(sampleOrganization.roleArn);
  await expect(organization).toContainText('Will be sent, ends …1439');
  await expect(page.getByRole('region', { name: 'Scope' })).toContainText(
    `Root / Pilot ${sampleOrganization.unit}`,
  );
  await expect(page.getByRole('region', { name: 'Activation and tags' })).toContainText('VM');
  expect(await page.content()).not.toContain(sampleOrganization.externalId);
  await expect(page.getByLabel('Run it now')).toBeChecked();
}

test('every step of the AWS wizard is accessible', async ({ signedIn: page, simulator, workspace }) => {
  await simulator.settings({ pace: 0 });
  await page.goto(`/w/${workspace.id}/connectors/new/aws`);
  await page.getByLabel('Name', { exact: true }).fill(sampleOrganization.name);
  await examinePage(page, 'aws-wizard-basics');
  await goOn(page, questions.organization);
  await fillOrganization(page);
  await page.getByText(/^Make the roles in AWS/).click();
  await testConnection(page);
  await examinePage(page, 'aws-wizard-organization');
  await goOn(page, questions.scope);
  await chooseUnit(page);
  await examinePage(page, 'aws-wizard-scope');
  await goOn(page, questions.members);
  await page.getByLabel('Member prefix').fill(sampleOrganization.memberPrefix);
  await page.getByLabel('Run each member').selectOption('Every hour');
  await examinePage(page, 'aws-wizard-members');
  await goOn(page, questions.activation);
  await examinePage(page, 'aws-wizard-activation');
  await goOn(page, questions.review);
  await examinePage(page, 'aws-wizard-review');
});

test('a role that AWS refuses says why, opens nothing and loses nothing', async ({
  signedIn: page,
  workspace,
}) => {
  await openOrganization(page, workspace, 'Refused organization');
  await fillOrganization(page, { roleArn: 'arn:aws:iam::123456789012:role/denied' });
  await page.getByRole('button', { name: 'Test connection' }).click();

  const failure = page.getByRole('alert');
  await expect(failure).toContainText('The connection test failed');
  await expect(failure).toContainText('what you entered is still here');
  await expect(failure).toBeInViewport({ ratio: 1 });
  await expect(failure).not.toContainText(sampleOrganization.externalId);
  await expect(failure.getByText(/AccessDenied/)).toBeVisible();
  const policy = page.getByRole('region', { name: 'connector-trust-policy.json', exact: true });
  await expect(policy).toContainText(`arn:aws:iam::${sampleOrganization.baseAccountId}:root`);
  await expect(policy).toContainText(sampleOrganization.externalId);
  await expect(page.getByRole('link', { name: 'Scope' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expectStep(page, questions.organization);
  await expect(failure).toBeVisible();
  await expect(page.getByRole('button', { name: /^Continue without/ })).toBeHidden();
  await expect(failure).not.toContainText('run again');
  await expect(page.getByLabel('External ID', { exact: true })).toHaveValue(sampleOrganization.externalId);
  await examinePage(page, 'aws-wizard-organization-refused');

  await page.getByLabel('Role ARN').fill(sampleOrganization.roleArn);
  await expect(page.getByText('Since the last test the role changed')).toBeVisible();
  await testConnection(page);
  await goOn(page, questions.scope);
});

test('a name that another organization has is refused at its field, and named where the test needs it', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('link', { name: 'Coho Vineyard' })).toBeVisible();
  await page.getByRole('link', { name: 'New connector' }).click();
  await page.getByRole('link', { name: 'AWS organization' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Coho Vineyard');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expectStep(page, questions.basics);
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/has this name already/);

  await page.getByLabel('Name', { exact: true }).fill('Coho Orchard');
  await goOn(page, questions.organization);
  await page.getByRole('link', { name: 'Basics' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Coho Vineyard');
  await page.getByRole('link', { name: 'Organization' }).click();
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText('has this name already');
});

test('a role of the other partition is refused before it is tested', async ({
  signedIn: page,
  workspace,
}) => {
  await openOrganization(page, workspace, 'Other partition');
  await fillOrganization(page);
  await page.getByLabel(/^GovCloud/).check();
  await page.getByRole('button', { name: 'Test connection' }).click();

  await expect(page.getByLabel('Role ARN')).toBeFocused();
  await expect(page.getByText('This role is in the global partition.')).toBeVisible();
  await page.getByLabel(/^Global/).check();
  await testConnection(page);
});

test('a renamed connector is tested again under its new name, and keeps what was chosen', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'First name');
  await chooseUnit(page);
  await page.getByRole('link', { name: 'Basics' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Second name');
  await expect(page.getByRole('link', { name: 'Scope' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.goto(page.url().replace(/\/basics.*$/, '/scope'));

  await expect(page.getByText('What was chosen in it before is kept.')).toBeVisible();
  await expect(page.getByRole('treegrid', { name: 'Scope' })).toBeHidden();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('treegrid', { name: 'Scope' })).toBeVisible();
  await expect(page.getByRole('heading', { name: questions.scope })).toBeFocused();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
  await goOn(page, questions.members);
});

test('a rename says why the test is asked for once more', async ({ signedIn: page, workspace }) => {
  await openScope(page, workspace, 'First name');
  await page.getByRole('link', { name: 'Basics' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Second name');
  await goOn(page, questions.organization);
  await expect(page.getByText('The connector was renamed.')).toBeVisible();
  await testConnection(page);
  await expect(page.getByText('The connector was renamed.')).toBeHidden();
});

test('an AWS draft survives a reload with its external ids and its test, and waits in the list', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Half an organization');
  await chooseUnit(page);
  await expect(page).toHaveURL(/\/connectors\/new\/drafts\/[^/]+\/scope$/);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();

  await page.goto(`/w/${workspace.id}/connectors/new`);
  await page.getByRole('link', { name: 'Go on with Half an organization' }).click();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
  await page.getByRole('link', { name: 'Organization' }).click();
  await expect(page.getByLabel('Role ARN')).toHaveValue(sampleOrganization.roleArn);
  await expect(page.getByLabel('External ID', { exact: true })).toHaveValue(sampleOrganization.externalId);
  await page.goto(`/w/${workspace.id}/connectors/new`);
  await page.getByRole('button', { name: 'Discard Half an organization' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Go on with Half an organization' })).toBeHidden();
});

test('accounts are chosen by their ids beside the units, and what is unknown stays flagged', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'By ids');
  await page.getByRole('button', { name: 'Paste ids' }).click();
  await page
    .getByRole('textbox', { name: /ids of accounts/ })
    .fill(`${sampleOrganization.unit}\n210987654321\nou-zar5-longgone`);
  await expect(page.getByText('1 found, 1 unknown, 1 account')).toBeVisible();
  await page.getByRole('button', { name: 'Include 3' }).click();

  await expect(
    page.getByText(/^In scope: 1 of \d+ units, 1 account and 1 not in the tree that was read\./),
  ).toBeVisible();
  const chosen = page.getByRole('region', { name: 'Chosen' });
  await expect(chosen).toContainText('1 not in the tree that was read');
  await expect(page.getByRole('row', { name: /^210987654321/ })).toBeVisible();
  await chosen.getByRole('button', { name: 'Remove ou-zar5-longgone from included' }).click();
  await goOn(page, questions.members);
});

test('of pasted names and ids those that cannot be taken say why at once, and are not lost with the others', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Pasted');
  await page.getByRole('button', { name: 'Paste ids' }).click();
  const box = page.getByRole('textbox', { name: /ids of accounts/ });
  await box.fill('Pilot\nSecurity\nbanana');
  const dialog = page.getByRole('dialog', { name: 'Paste units' });
  await expect(dialog).toContainText('1 found, 0 unknown, 1 ambiguous, 1 that cannot be taken');
  await expect(dialog).toContainText(
    /Security: ou-zar5-\w+ \(Root\), ou-zar5-\w+ \(Root \/ Policy Staging\)/,
  );
  await expect(dialog).toContainText(
    'No unit is called “banana”, and it is no id: units have ids that begin with ou-',
  );
  await examinePage(page, 'aws-wizard-paste');

  await dialog.getByRole('button', { name: 'Include 1' }).click();
  await expect(box).toHaveValue('Security\nbanana');
  await expect(box).toBeFocused();
  await expect(dialog).toContainText('1 included; this is left.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
  await page.getByRole('button', { name: 'Paste ids' }).click();
  await expect(box).toHaveValue('Security\nbanana');
});

test('an organization is onboarded by the keyboard alone', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  const pointed = await watchPointer(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`/w/${workspace.id}/connectors/new`);
  await pressOn(page, page.getByRole('link', { name: /AWS organization/ }));
  await typeInto(page, page.getByLabel('Name', { exact: true }), 'By keyboard');
  await page.keyboard.press('Enter');
  await expectStep(page, questions.organization);
  await typeInto(page, page.getByLabel('Account that assumes the role'), sampleOrganization.baseAccountId);
  await pressOn(page, button('Generate an external ID'));
  await expect(page.getByLabel('External ID', { exact: true })).toHaveValue(/^[a-z2-9]{32}$/);
  await expect(page.getByLabel('Member external ID', { exact: true })).toHaveValue(/^[a-z2-9]{32}$/);
  await typeInto(page, page.getByLabel('Root ID'), sampleOrganization.rootId);
  await typeInto(page, page.getByLabel('Role ARN'), sampleOrganization.roleArn);
  await pressOn(page, button('Continue'));

  await expectStep(page, questions.scope);
  await typeInto(page, page.getByLabel('Search units'), 'pilot');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /^Pilot/ })).toBeFocused();
  await page.keyboard.press('+');
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
  await pressOn(page, button('Continue'));
  await typeInto(page, page.getByLabel('Member prefix'), 'keys');
  await page.keyboard.press('Enter');
  await expectStep(page, questions.activation);
  await pressOn(page, button('Continue'));
  await expectStep(page, questions.review);
  await tabTo(page, page.getByLabel('Run it now'));
  await page.keyboard.press('Space');
  await pressOn(page, button('Create connector'));

  await expect(page.getByRole('heading', { name: 'By keyboard', level: 1, exact: true })).toBeVisible();
  expect(pointed()).toBe(0);
});

test('the scope is changed as text: mistakes are named by line, unknown units one by one, and nothing typed is lost', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'As text');
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'Scope as text' });
  await expect(text).toHaveValue('include:\n  - r-zar5  # Root\nexclude: []\n');
  await text.fill(`include:\n  - banana\nexclude:\n  - ${sampleOrganization.rootId}\n`);
  await expect(page.getByRole('alert')).toContainText('“banana” cannot be chosen');
  await expect(page.getByRole('alert')).toContainText('The whole organization cannot be excluded');
  await expect(page.getByRole('button', { name: 'Apply the text' })).toBeDisabled();
  const broken = `include:\n  - ${sampleOrganization.unit}\nexclude:\n  - ${sampleOrganization.unit}\n`;
  await text.fill(broken);
  await expect(page.getByRole('alert')).toContainText('Line 4');
  await expect(page.getByRole('alert')).toContainText('is under include as well, on line 2');

  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByText('holds changes that are not applied')).toBeVisible();
  await expect(page.getByRole('heading', { name: questions.scope })).toBeVisible();
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  await page.getByRole('button', { name: 'Show the text' }).click();
  await expect(text).toHaveValue(broken);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue(broken);
  await page.getByRole('link', { name: 'Organization' }).click();
  await goOn(page, questions.scope);
  await expect(text).toHaveValue(broken);
  await text.fill(`include:\n  - ${sampleOrganization.unit}\n  - 210987654321\n  - ou-zar5-longgone\n`);
  await expect(page.getByText('One unit is not in the tree that was read')).toBeVisible();
  await examinePage(page, 'aws-wizard-scope-text');
  await page.getByRole('button', { name: 'Apply the text' }).click();

  await expect(
    page.getByText(/^In scope: 1 of \d+ units, 1 account and 1 not in the tree that was read\./),
  ).toBeVisible();
  await expect(text).toHaveValue(/ou-zar5-longgone {2}# not in the tree that was read/);
  await expect(page.getByRole('region', { name: 'Chosen' })).toContainText('1 not in the tree that was read');
  await page.getByRole('button', { name: 'Tree', exact: true }).click();
  await expect(page.getByRole('row', { name: /^210987654321/ })).toBeVisible();
});

test('the roles are offered ready made with what was entered, to copy and to download', async ({
  signedIn: page,
  workspace,
}) => {
  await openOrganization(page, workspace, 'Ready made');
  await fillOrganization(page, { roleArn: '' });
  await page.getByText(/^Make the roles in AWS/).click();
  const template = page.getByRole('region', { name: 'connector-organization.yaml' });
  await expect(template).toContainText(sampleOrganization.externalId);
  await expect(template).toContainText('Default: connector-organization');
  await page.getByLabel('Name of the roles to create').fill('inventory reader');
  await expect(template).toContainText('<ROLE_NAME>');
  await page.getByLabel('Name of the roles to create').fill('inventory-reader');
  await expect(template).toContainText('Default: inventory-reader');
  await page.getByLabel('Role ARN').fill(sampleOrganization.roleArn);
  await expect(template).toContainText('Default: connector_org');
  await expect(page.getByLabel('Name of the roles to create')).toBeHidden();

  await page.getByRole('tab', { name: 'CloudFormation' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'AWS CLI' })).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('aws organizations list-roots');
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download connector-role.sh' }).click();
  expect((await started).suggestedFilename()).toBe('connector-role.sh');
});
