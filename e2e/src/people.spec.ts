import { administrator } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillWorkspaceForm } from './fixtures/workspace-form.ts';

test('AUTH-01 a newcomer follows the one-time link, makes an administrator and connects a workspace', async ({
  page,
  freshConsole,
  simulator,
}) => {
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
  await fillWorkspaceForm(page, simulator, { name: 'First subscription' });
  await page.getByRole('button', { name: 'Connect workspace' }).click();
  await page.getByRole('link', { name: 'Go to connectors' }).click();
  await expect(page.getByRole('table', { name: 'Connectors' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByText('the set-up is closed for good')).toBeVisible();
});

test('AUTH-01 a set-up link that was not printed by the console makes nobody an administrator', async ({
  page,
  freshConsole,
}) => {
  await page.goto(`${freshConsole.url}/setup`);
  await expect(page.getByText('Open the one-time link')).toBeVisible();

  await page.goto(`${freshConsole.url}/setup?token=${'a'.repeat(43)}`);
  await page.getByLabel('Name', { exact: true }).fill('Mallory');
  await page.getByLabel('E-mail').fill('mallory@example.test');
  await page.getByLabel('Password', { exact: true }).fill('a password that is long enough');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.goto(await freshConsole.setupLink());
  await expect(page.getByRole('button', { name: 'Create administrator' })).toBeVisible();
});
