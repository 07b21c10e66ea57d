/**
 * Every page that an address alone leads to, held against WCAG 2.2 AA in both themes. What needs a journey is examined where
 * the journey passes: set-up, sign-in and workspaces in their specs, empty and failing lists in `connectors`, the wizard in
 * `onboarding`.
 */
import { expectAccessible } from './fixtures/accessibility.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

test('the list of connectors is accessible', async ({ signedIn: page, workspace }) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' }).getByRole('row').nth(5)).toBeVisible();
  await examinePage(page, 'connectors');
});

test('every part of a connector is accessible', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Tailspin Tenant');
  await examinePage(page, 'connector-overview');
  for (const part of ['Scope', 'Members', 'Last job', 'Configuration']) {
    await page.getByRole('link', { name: part }).click();
    await expect(page.getByRole('link', { name: part })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await examinePage(page, `connector-${part.toLowerCase().replace(' ', '-')}`);
  }
});

test('an organization of AWS is accessible', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Tailspin Games');
  await examinePage(page, 'connector-overview-aws');
});

test('an open menu is accessible', async ({ signedIn: page, workspace }) => {
  await page.goto(`/w/${workspace.id}/settings`);
  await page.getByRole('button', { name: 'Account of Ada Admin' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'account-menu');
});

test('an address that leads nowhere says so and is accessible', async ({ signedIn: page, workspace }) => {
  await page.goto(`/w/${workspace.id}/nowhere`);
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible();
  await examinePage(page, 'not-found');
  await page.goto(`/w/${workspace.id}/connectors/azure/999999999`);
  await expect(page.getByRole('heading', { name: 'No such connector' })).toBeVisible();
  await examinePage(page, 'no-such-connector');
});

test('the chosen theme stays, whatever the system prefers', async ({ signedIn: page, workspace }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`/w/${workspace.id}/settings`);
  await page.getByRole('button', { name: 'Account of Ada Admin' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dark theme' }).click();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(await ground()).toBe('dark');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  expect(await ground()).toBe('dark');
});
