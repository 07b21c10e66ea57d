import type { Page } from '@playwright/test';
import { administrator } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { makeOrganization } from './fixtures/made-organization.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { sampleTenant } from './fixtures/sample-tenant.ts';
import type { Simulator } from './fixtures/simulator-process.ts';

test('an organization that was not created here is asked for what the gateway does not report, once, and nothing is sent blank', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Coho Vineyard');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Edit Coho Vineyard' })).toBeVisible();
  const changes = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'What will change' }) });
  await expect(changes).toContainText('Nothing yet.');
  await goTo(page, 'Members');
  await page.getByLabel('Look for accounts').selectOption('6');
  await expect(changes.getByRole('listitem')).toHaveText(['Looks for accounts']);
  await goTo(page, 'Review');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toContainText('9 things keep the changes from being saved');
  for (const roles of ['the role', 'the member accounts’ roles'])
    await expect(page.getByRole('alert')).toContainText(
      `Enter the external ID that stands in the trust policy of ${roles}: no other`,
    );
  await examinePage(page, 'editing-unknown');

  await fillUnknown(page);
  await goTo(page, 'Review');
  await expect(page.getByRole('row', { name: /^Looks for accounts/ })).toContainText('Every 4 hours');
  await expect(page.getByText(/^Saving also starts a job/)).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByRole('list', { name: 'Editing Coho Vineyard' })).toContainText('changed it, done');
  const [body] = await bodiesOf(simulator, 'W5');
  expect(body).toMatchObject({
    orgRunFrequency: { hours: 6, minutes: 0 },
    arn: role,
    connectorPrefixName: 'coho',
  });
  expect(Object.values(body ?? {})).not.toContain('');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await goTo(page, 'Organization');
  await expect(page.getByLabel('Role ARN')).toHaveValue(role);
  await expect(page.getByRole('textbox', { name: 'External ID', exact: true })).toHaveValue('');
  await goTo(page, 'Review');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing has been changed yet' })).toBeVisible();
});

test('a renamed organization is tested under its new name, with the external id that is kept, before it is saved', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const id = await makeOrganization(page, workspace, 'Before the rename');
  await page.goto(`/w/${workspace.id}/connectors/aws/${id}/edit`);
  await page.getByLabel('Name', { exact: true }).fill('After the rename');
  await save(page);

  await expect(page.getByRole('alert')).toContainText('Test the connection as it will be saved');
  await page.getByRole('alert').getByRole('link').click();
  await examinePage(page, 'editing-retest');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText('The role could be assumed.');
  await goTo(page, 'Scope');
  await expect(page.getByRole('treegrid', { name: 'Scope' })).toBeVisible();
  await save(page);

  await expect(page).toHaveURL(/operation=/);
  const tests = await bodiesOf(simulator, 'W1');
  expect(tests).toMatchObject([
    { connectorName: 'Before the rename' },
    { connectorName: 'After the rename' },
  ]);
  const [first, again] = tests.map((body) => Reflect.get(body, 'externalId'));
  expect(again).toBe(first);
  expect(await bodiesOf(simulator, 'W5')).toMatchObject([{ name: 'After the rename' }]);
});

test('another role whose test fails says why, and is saved only by who chooses to do without', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const id = await makeOrganization(page, workspace, 'Another role');
  await page.goto(`/w/${workspace.id}/connectors/aws/${id}/edit?step=organization`);
  await page.getByLabel('Role ARN').fill('arn:aws:iam::999999999999:role/denied-until-tomorrow');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('textbox', { name: 'External ID', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: 'External ID', exact: true }).fill('of-the-other-role');
  await page.getByRole('textbox', { name: 'Member external ID' }).fill('of-the-other-members');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText('The connection test failed');
  await examinePage(page, 'editing-retest-failed');
  await save(page);
  await expect(page.getByRole('alert')).toContainText('Test the connection as it will be saved');
  expect(await bodiesOf(simulator, 'W5')).toEqual([]);

  await page.getByRole('alert').getByRole('link').click();
  await page.getByLabel('Save without a test').check();
  await goTo(page, 'Review');
  await expect(page.getByText('The connection is saved without a test')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(/operation=/);
});

test('REL-17 two people who edit one connector see both versions, and neither loses what was typed', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const other = await page.context().newPage();
  for (const each of [page, other]) {
    await openConnector(each, workspace, tenant.connector);
    await each.getByRole('button', { name: 'Edit', exact: true }).click();
    await goTo(each, 'Tenant');
    await expect(each.getByLabel('Tenant ID')).toHaveAttribute('readonly', '');
    await each.getByLabel('Tenant name').fill(tenant.name);
    await each.getByRole('textbox', { name: 'Secret value' }).fill('a-secret-of-the-tenant');
  }
  await goTo(page, 'Basics');
  await page.getByLabel('Description').fill('Written by Ada');
  await save(page);
  await expect(page).toHaveURL(/operation=/);

  await goTo(other, 'Members and schedule');
  await other.getByLabel('Run each member').selectOption('5');
  await save(other);
  const versions = other.getByRole('table', { name: 'Both versions' });
  await expect(versions.getByRole('row', { name: /^Description/ })).toContainText('Written by Ada');
  await expect(versions.getByRole('row', { name: /^Runs each member/ })).toContainText('Every 5 days');
  expect(await bodiesOf(simulator, 'A4')).toHaveLength(1);
  const conflict = other
    .getByRole('status')
    .filter({ hasText: 'changed this connector after you opened it' });
  await expect(conflict).toContainText(`${administrator.name} changed this connector`);
  await expect(conflict.locator('..')).toBeFocused();
  await examinePage(other, 'editing-conflict');
  await other.getByRole('button', { name: 'Put my changes on top of theirs' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'on top of theirs' })).toContainText(
    'From them: Description (Written by Ada).',
  );
  await expect(other.getByRole('heading', { name: 'Is everything right?' })).toBeFocused();
  await other.getByRole('button', { name: 'Save changes' }).click();

  await expect(other).toHaveURL(/operation=/);
  const [, second] = await bodiesOf(simulator, 'A4');
  expect(second).toMatchObject({
    description: 'Written by Ada',
    connectorRunFrequency: { hours: 120, minutes: 0 },
  });
});

test('two people who edit one scope see both by the names of its units', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const id = await makeOrganization(page, workspace, 'Scope of two');
  const other = await page.context().newPage();
  for (const each of [page, other]) {
    await each.goto(`/w/${workspace.id}/connectors/aws/${id}/edit?step=scope`);
    await expect(each.getByRole('treegrid', { name: 'Scope' })).toBeVisible();
  }
  await include(page, 'Hackathon');
  await save(page);
  await expect(page).toHaveURL(/operation=/);
  await include(other, 'Audit');
  await save(other);

  const scope = other.getByRole('table', { name: 'Both versions' }).getByRole('row', { name: /^Scope/ });
  const [opened, theirs, mine] = [0, 1, 2].map((at) => scope.getByRole('cell').nth(at));
  await expect(opened ?? scope).toHaveText('Everything');
  await expect(theirs ?? scope).toContainText(/Root \/ Sandbox \/ Hackathon ou-\w+-\w+/);
  await expect(mine ?? scope).toContainText(/Root \/ Security \/ Audit ou-\w+-\w+/);
  await examinePage(other, 'editing-conflict-scope');
  await other.getByRole('button', { name: 'Discard mine' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'yours is discarded' })).toContainText(
    'Scope (1 unit)',
  );
  expect(await bodiesOf(simulator, 'W5')).toHaveLength(1);
});

test('who leaves an edit with unsaved changes is asked first, by whatever way, and finds everything when staying', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, tenant.connector);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Description').fill('Half a thought');
  await goTo(page, 'Members and schedule');
  const asked = page.getByRole('alertdialog', { name: 'Unsaved changes' });
  const stay = async () => {
    await expect(asked).toContainText('Leaving loses it');
    await expect(asked.getByRole('button', { name: 'Stay' })).toBeFocused();
    await asked.getByRole('button', { name: 'Stay' }).click();
    await expect(page).toHaveURL(/\/edit\?step=members$/);
  };

  await page.getByRole('link', { name: 'Leave', exact: true }).click();
  await examinePage(page, 'editing-unsaved');
  await stay();
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: 'Connect a workspace' }).click();
  await stay();
  await page.evaluate(() => window.history.go(-2));
  await stay();
  await page.goBack();
  await expect(page.getByLabel('Description')).toHaveValue('Half a thought');
  await page.goBack();
  await expect(asked).toBeVisible();
  await expect(page).toHaveURL(/\/edit$/);

  await asked.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: tenant.connector, level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Connectors', exact: true }).first().click();
  await expect(page).toHaveURL(/\/connectors$/);
  expect(await bodiesOf(simulator, 'A4')).toEqual([]);
});

test('the list leads to the edit of a connector, and to a clone that names its source and is no draft before something is typed', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  const list = `/w/${workspace.id}/connectors?filter=${encodeURIComponent(`name:"${tenant.connector}"`)}`;
  await page.goto(list);
  const actions = page.getByRole('button', { name: `Actions for ${tenant.connector}` });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { name: `Edit ${tenant.connector}` })).toBeVisible();
  await page.goBack();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Clone', exact: true }).click();

  await expect(page.getByText(`Copied from ${tenant.connector}`)).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Copy of ${tenant.connector}`);
  await examinePage(page, 'clone');
  await goTo(page, 'Tenant');
  await expect(page).toHaveURL(/\/clone\?step=tenant$/);
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByRole('link', { name: 'New connector' })).toBeVisible();
  await expect(page.getByRole('link', { name: '1 draft' })).toBeHidden();

  await page.goto(list);
  await actions.click();
  await page.getByRole('menuitem', { name: 'Clone', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Northwind, once more');
  await expect(page).toHaveURL(/\/connectors\/new\/drafts\//);
  await page.reload();
  await expect(page.getByText(`Copied from ${tenant.connector}`)).toBeVisible();
  await goTo(page, 'Tenant');
  await expect(page.getByLabel('Tenant ID')).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(page.getByText(`The secret of ${tenant.connector} is not copied`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Secret value' }).fill(sampleTenant.secretValue);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('list', { name: 'Connection test' })).toContainText('Done, done');

  await page.goto(list);
  await actions.click();
  await page.getByRole('menuitem', { name: 'Clone', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Northwind, with another secret');
  await goTo(page, 'Tenant');
  await expect(page.getByRole('list', { name: 'Connection test' })).toBeHidden();
  await expect(page.getByText('Not tested', { exact: true })).toBeVisible();
});

test('a secret that is entered for an edit is said to be sent again, before it and in the activity', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, tenant.connector);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Description').fill('With a secret');
  await goTo(page, 'Tenant');
  await page.getByLabel('Tenant name').fill(tenant.name);
  await page.getByRole('textbox', { name: 'Secret value' }).fill(sampleTenant.secretValue);
  await goTo(page, 'Review');
  await expect(page.getByRole('row', { name: /^Secret value/ })).toContainText('Sent again, not changed');
  await examinePage(page, 'editing-secret-again');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('list', { name: `Editing ${tenant.connector}` })).toContainText(
    'changed it, done',
  );
  await page.goto(`/w/${workspace.id}/activity?filter=kind%3Aedit-connector`);
  await page
    .getByRole('button', { name: new RegExp(`${tenant.connector}.*Succeeded`) })
    .first()
    .click();
  await expect(page.getByText('sent again', { exact: true })).toBeVisible();
});

const role = 'arn:aws:iam::123456789012:role/connector_org';
const tenant = { connector: 'Northwind Production', name: 'Northwind Traders' };

async function goTo(page: Page, step: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step });
  await link.click();
  // Until the step has changed, what stands on the page belongs to the one before.
  await expect(link).toHaveAttribute('aria-current', 'step');
}

async function include(page: Page, unit: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste ids' }).click();
  await page.getByRole('textbox', { name: /ids of accounts/ }).fill(unit);
  await page.getByRole('button', { name: 'Include 1' }).click();
  await expect(page.getByText(/^In scope: 1 of \d+ units\./)).toBeVisible();
}

async function save(page: Page): Promise<void> {
  await goTo(page, 'Review');
  await page.getByRole('button', { name: 'Save changes' }).click();
}

async function fillUnknown(page: Page): Promise<void> {
  await goTo(page, 'Organization');
  await page.getByLabel('Account that assumes the role').fill('805950163170');
  await page.getByLabel('Role ARN').fill(role);
  await page.getByRole('textbox', { name: 'External ID', exact: true }).fill('external-id-of-coho');
  await page.getByRole('textbox', { name: 'Member external ID' }).fill('member-id-of-coho');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText('The role could be assumed.');
  for (const step of ['Organization', 'Scope', 'Members', 'Activation']) {
    await goTo(page, step);
    const asShown = page.getByRole('group', { name: /or tick to send (it|them) as shown$/ });
    if (step === 'Scope') await expect(asShown).toContainText('Scope: The whole organization');
    for (const box of await asShown.getByRole('checkbox').all()) await box.check();
  }
}

async function bodiesOf(simulator: Simulator, operation: string): Promise<object[]> {
  return (await simulator.callsOf(operation)).map(({ body }) => Object(body));
}
