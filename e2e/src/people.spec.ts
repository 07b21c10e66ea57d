import type { Locator, Page } from '@playwright/test';
import { administrator, signIn } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { makeViewer } from './fixtures/viewer.ts';
import { fillWorkspaceForm } from './fixtures/workspace-form.ts';

test('AUTH-01 only the one-time link that the console printed makes an administrator, who then connects a workspace', async ({
  page,
  freshConsole,
  freshSimulator,
}) => {
  await page.goto(`${freshConsole.url}/setup`);
  await expect(page.getByText('Open the one-time link')).toBeVisible();
  await page.goto(`${freshConsole.url}/setup?token=${'a'.repeat(43)}`);
  await page.getByLabel('Name', { exact: true }).fill('Mallory');
  await page.getByLabel('E-mail').fill('mallory@example.test');
  await page.getByLabel('Password', { exact: true }).fill('a password that is long enough');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  const link = await freshConsole.setupLink();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Set up the console' })).toBeVisible();
  await expect(page).not.toHaveURL(/token=/);
  await examinePage(page, 'set-up');

  await page.getByLabel('Name', { exact: true }).fill(administrator.name);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();

  await expect(page).toHaveURL(/\/workspaces\/new$/);
  await fillWorkspaceForm(page, freshSimulator, { name: 'First subscription' });
  await page.getByRole('button', { name: 'Connect workspace' }).click();
  await page.getByRole('link', { name: 'Go to connectors' }).click();
  await expect(page.getByRole('table', { name: 'Connectors' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText('the set-up is closed for good')).toBeVisible();
});

test('a viewer sees everything, is offered no change, and is told why wherever an address leads', async ({
  page,
  console: { url },
  console: running,
  simulator,
  workspace,
}) => {
  await signIn(page.request, url, await makeViewer(running));
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toContainText('Northwind');
  await expectRefused(page.getByRole('button', { name: 'New connector' }));
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  const chosen = page.getByRole('region', { name: 'Selected connectors' });
  for (const verb of ['Run', 'Enable', 'Disable', 'Delete']) {
    await expectRefused(chosen.getByRole('button', { name: verb }));
  }
  await page
    .getByRole('row')
    .nth(1)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  const items = page.getByRole('menuitem');
  await expect(items).toHaveText([/^Run/, /^Enable/, /^Disable/, /^Edit/, /^Clone/, /^Delete/]);
  for (const item of await items.all()) await expectRefused(item);
  await page.keyboard.press('Escape');
  await examinePage(page, 'viewer-list');

  await openConnector(page, workspace, 'Northwind Production');
  for (const verb of ['Edit', 'Clone', 'Run', 'Disable', 'Disable instead', 'Delete']) {
    await expectRefused(page.getByRole('button', { name: verb, exact: true }));
  }
  await openPart(page, 'Members');
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible();
  await expectRefused(page.getByRole('button', { name: 'Attach a member' }));
  await openPart(page, 'Last job');
  await expect(page.getByRole('region', { name: 'Errors of the last job' })).toBeVisible();
  await page.getByRole('link', { name: 'Activity', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expectRefused(page.getByRole('button', { name: 'Verify' }));
  await expectRefused(page.getByRole('button', { name: 'Save changes' }));
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Accounts of the snapshot scanner' })).toBeVisible();

  for (const place of [
    'new',
    'new/azure',
    'new/aws',
    'azure/1/edit',
    'aws/1/edit?step=review',
    'azure/1/clone',
  ]) {
    await page.goto(`/w/${workspace.id}/connectors/${place}`);
    await expect(page.getByRole('main'), place).toContainText('You have read-only access');
    await expect(page.getByRole('main'), place).toContainText('This needs the role operator');
    await expect(page.getByRole('textbox'), place).toHaveCount(0);
    const wayBack = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first();
    await expect(wayBack, place).toHaveText('Connectors');
  }
  const changes = (await simulator.journal()).filter(({ operation }) => !READING.includes(operation ?? ''));
  expect(changes).toEqual([]);
});

/** What a viewer's pages, the snapshot and the connecting of the workspace ask of the gateway. */
const READING = ['T1', 'T2', 'A5', 'A6', 'A9', 'A14', 'A15', 'W3', 'W4', 'W12'];

async function expectRefused(control: Locator): Promise<void> {
  await expect(control).toHaveAttribute('aria-disabled', 'true');
  await expect(control).toHaveAccessibleDescription(
    /^This needs the role (operator|admin); you are signed in as viewer\.$/,
  );
}

async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the connector' }).getByRole('link', { name }).click();
}
