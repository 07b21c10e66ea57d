import { expectAccessible } from './fixtures/accessibility.ts';
import { administrator } from './fixtures/administrator.ts';
import { expect, test } from './fixtures/journey.ts';

test('the first person makes themselves administrator with the one-time link, once', async ({
  page,
  freshConsole,
}) => {
  const link = await freshConsole.setupLink();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Set up the console' })).toBeVisible();
  await expectAccessible(page, 'set-up');

  await page.getByLabel('Name').fill(administrator.name);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page).toHaveURL(/\/workspaces\/new$/);

  await page.goto(link);
  await expect(page.getByText('the set-up is closed for good')).toBeVisible();
});
