import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { slowDown } from './fixtures/slow-line.ts';

test('a connector’s page has one thing to do first, whichever its state, and deletes only apart from all else', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  const first = page.locator('main button.bg-accent');
  const header = page.locator('main header').first();
  await expect(first).toHaveText('Run');
  await expect(header.getByRole('button', { name: 'Enable', exact: true })).toHaveCount(0);
  await expect(header.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0);
  await header.getByRole('button', { name: 'Disable', exact: true }).click();

  await expect(first).toHaveText('Enable');
  await expect(header.getByRole('button', { name: 'Enable', exact: true })).toBeFocused();
  await expect(header.getByRole('button', { name: 'Disable', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Disable instead' })).toHaveCount(0);
  await examinePage(page, 'connector-disabled');
  await expect(first).not.toHaveAttribute('aria-disabled');
  await first.click();
  await expect(first).toHaveText('Run');
  const milder = page.getByRole('button', { name: 'Disable instead' });
  await expect(milder).not.toHaveAttribute('aria-disabled');
  await milder.click();
  await expect(first).toHaveText('Enable');
  expect(await simulator.callsOf('A10')).toHaveLength(3);

  await openConnector(page, workspace, 'Wingtip Streaming');
  await expect(first).toHaveText('Clone with new secret');
  await page.getByRole('link', { name: 'Scope' }).click();
  await expect(first).toHaveText('Clone with new secret');
});

test('what the list knows of a connector stands before the rest is read, and the tabs say how much is behind them', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Proseware Global');
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Parts of the connector' });
  await expect(tabs.getByRole('link', { name: 'Last job', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'View as JSON' }).click();
  await expect(page.getByRole('region', { name: 'The connector as JSON' })).toBeFocused();

  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('link', { name: 'Wingtip Streaming', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Connectors' })
    .click();
  await expect(page.getByRole('link', { name: 'Tailspin Tenant', exact: true })).toBeVisible();
  await slowDown(page, 6_000);
  await page.getByRole('link', { name: 'Tailspin Tenant', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Tailspin Tenant', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Loading Tailspin Tenant' })).toBeVisible();
  await expect(page.locator('main header').first()).toContainText('Errors');
  await expect(tabs.getByRole('link', { name: /^Members ?\d+$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Health' })).toHaveCount(0);

  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible({ timeout: 20_000 });
  await expect(tabs.getByRole('link', { name: /^Last job ?\d+ errors?$/ })).toBeVisible({ timeout: 20_000 });
});
