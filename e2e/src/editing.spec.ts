import type { Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import type { Simulator } from './fixtures/simulator-process.ts';

test('an organization that nobody entered here is asked for what nobody knows, once, and nothing is sent blank', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  test.setTimeout(120_000);
  await openConnector(page, workspace, 'Coho Vineyard');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Edit Coho Vineyard' })).toBeVisible();
  await goTo(page, 'Members');
  await page.getByLabel('Look for accounts').selectOption('6');
  await goTo(page, 'Review');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toContainText('8 things keep the changes from being saved');
  await examinePage(page, 'editing-unknown');

  await fillUnknown(page);
  await goTo(page, 'Review');
  await expect(page.getByRole('row', { name: /^Looks for accounts/ })).toContainText('Every 4 hours');
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

test('REL-17 two people who edit one connector see both versions, and neither loses what was typed', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  test.setTimeout(120_000);
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
  await expect(page).toHaveURL(/operation=/, { timeout: 20_000 });

  await goTo(other, 'Members and schedule');
  await other.getByLabel('Run each member').selectOption('5');
  await save(other);
  const versions = other.getByRole('table', { name: 'Both versions' });
  await expect(versions.getByRole('row', { name: /^Description/ })).toContainText('Written by Ada');
  await expect(versions.getByRole('row', { name: /^Runs each member/ })).toContainText('Every 5 days');
  expect(await bodiesOf(simulator, 'A4')).toHaveLength(1);
  await examinePage(other, 'editing-conflict');
  await other.getByRole('button', { name: 'Put my changes on top of theirs' }).click();
  await other.getByRole('button', { name: 'Save changes' }).click();

  await expect(other).toHaveURL(/operation=/, { timeout: 20_000 });
  const [, second] = await bodiesOf(simulator, 'A4');
  expect(second).toMatchObject({
    description: 'Written by Ada',
    connectorRunFrequency: { hours: 120, minutes: 0 },
  });
});

test('a cloned connector is a draft with its values and without its secret', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, tenant.connector);
  await page.getByRole('button', { name: 'Clone', exact: true }).click();

  await expect(page).toHaveURL(/\/connectors\/new\/drafts\//);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`Copy of ${tenant.connector}`);
  await page.getByRole('link', { name: 'Tenant', exact: true }).click();
  await expect(page.getByLabel('Tenant ID')).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(page.getByRole('textbox', { name: 'Secret value' })).toHaveValue('');
});

const role = 'arn:aws:iam::123456789012:role/connector_org';
const tenant = { connector: 'Northwind Production', name: 'Northwind Traders' };

async function goTo(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click();
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
  for (const step of ['Organization', 'Scope', 'Members', 'Activation']) {
    await goTo(page, step);
    await page.getByLabel('I have looked at them, and they are right').check();
  }
}

async function bodiesOf(simulator: Simulator, operation: string): Promise<object[]> {
  const calls = (await simulator.journal()).filter((call) => call.operation === operation);
  return calls.map(({ body }) => Object(body));
}
