import { administrator, signIn } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { makeViewer } from './fixtures/viewer.ts';

const newPassword = 'a new password that is long enough';

test('a user changes the own password from the account menu, and the other browser is signed out', async ({
  page,
  browser,
  console: running,
  workspace,
}) => {
  // A user of this journey alone: the others sign in with the password that they know.
  const user = await makeViewer(running, { email: 'paula@example.test', name: 'Paula Password' });
  await signIn(page.request, running.url, user);
  const other = await browser.newContext({ baseURL: running.url });
  await signIn(other.request, running.url, user);

  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('button', { name: /account of Paula Password/ }).click();
  await page.getByRole('menuitem', { name: 'Account' }).click();
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await examinePage(page, 'account');

  const change = page.getByRole('button', { name: 'Change password' });
  await page.getByLabel('Current password', { exact: true }).fill('not the password at all');
  await page.getByLabel('New password', { exact: true }).fill('too few');
  await change.click();
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(/8 more are/);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await change.click();
  await expect(page.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(
    /This is not your current password/,
  );
  await page.getByLabel('Current password', { exact: true }).fill(administrator.password);
  await change.click();

  await expect(page.getByRole('status')).toContainText('Password changed.');
  await expect(page.getByLabel('Current password', { exact: true })).toHaveValue('');
  await expect(sessions).toHaveCount(1);
  const otherPage = await other.newPage();
  await otherPage.goto('/account');
  await otherPage.getByLabel('E-mail').fill(user.email);
  await otherPage.getByLabel('Password', { exact: true }).fill(newPassword);
  await otherPage.getByRole('button', { name: 'Sign in' }).click();
  await expect(otherPage.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  await other.close();
});

test('a user ends one session, then all others, and stays signed in here', async ({
  page,
  browser,
  console: running,
  workspace: _,
}) => {
  const user = await makeViewer(running, { email: 'sam@example.test', name: 'Sam Sessions' });
  const others = await Promise.all([0, 1, 2].map(() => browser.newContext({ baseURL: running.url })));
  for (const { request } of others) await signIn(request, running.url, user);
  await signIn(page.request, running.url, user);
  await page.goto('/account');
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions).toHaveCount(4);
  await expect(sessions.filter({ hasText: 'This browser' })).toHaveCount(1);
  await expect(sessions.filter({ hasText: 'This browser' }).getByRole('button')).toHaveCount(0);

  await sessions.getByRole('button', { name: 'End' }).first().click();
  await expect(sessions).toHaveCount(3);
  const everywhereElse = page.getByRole('button', { name: 'Sign out everywhere else' });
  await everywhereElse.click();
  await expect(page.getByRole('status')).toContainText('2 sessions ended.');
  await expect(sessions).toHaveCount(1);
  await expect(everywhereElse).toHaveAccessibleDescription('You are signed in nowhere else.');

  for (const context of others) {
    expect((await context.request.get('/api/session', { headers: { 'X-Console': '1' } })).status()).toBe(401);
    await context.close();
  }
  await page.reload();
  await expect(sessions).toHaveCount(1);
});
