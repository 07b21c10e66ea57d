import type { Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillWorkspaceForm } from './fixtures/workspace-form.ts';

test('a workspace is connected with addresses of one’s own and verified in three steps', async ({
  signedIn: page,
  simulator,
}) => {
  await page.goto('/workspaces/new');
  await page.getByRole('button', { name: 'Connect workspace' }).click();
  await expect(page.getByText('Choose the platform of your subscription.')).toBeVisible();
  await examinePage(page, 'connect-workspace-incomplete');

  await fillWorkspaceForm(page, simulator, { name: 'Contoso Europe' });
  await examinePage(page, 'connect-workspace');
  await page.getByRole('button', { name: 'Connect workspace' }).click();

  await expect(page.getByText('Verified', { exact: true })).toBeVisible();
  const steps = page.getByRole('list', { name: 'Verification' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^Sign in to the gateway and get a token, done/,
    /^Read the Azure connectors, done · 14 on the first page/,
    /^Read the AWS connectors, done · 11 on the first page/,
  ]);
  await expect(page.getByRole('heading', { name: 'Contoso Europe', level: 1 })).toBeFocused();
  await examinePage(page, 'workspace-connected');
  await page.getByRole('link', { name: 'Go to connectors' }).click();
  await expect(page.getByRole('button', { name: 'Workspace: Contoso Europe' })).toBeVisible();
});

test('a wrong client secret says so, keeps what was typed, and one new secret mends it', async ({
  signedIn: page,
  simulator,
}) => {
  await page.goto('/workspaces/new');
  await fillWorkspaceForm(page, simulator, { name: 'Wrong secret', clientSecret: 'this-is-not-the-secret' });
  await page.getByRole('button', { name: 'Connect workspace' }).click();

  await expect(page.getByText('Failed', { exact: true })).toBeVisible();
  const steps = page.getByRole('list', { name: 'Verification' }).getByRole('listitem');
  await expect(steps.first()).toContainText('refused this workspace’s client id and secret');
  await expect(steps.nth(1)).toContainText('skipped');
  await examinePage(page, 'workspace-refused');

  await page.getByRole('link', { name: 'Change settings' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Wrong secret');
  await expect(page.getByLabel('Gateway address')).toHaveValue(simulator.url);
  await expect(page.getByLabel('Client id')).toHaveValue(simulator.clientId);
  await page.getByRole('button', { name: 'Replace…' }).click();
  await page.getByLabel('Client secret', { exact: true }).fill(simulator.clientSecret);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Changes saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('Verified', { exact: true })).toBeVisible();
  await examinePage(page, 'settings');
});

test('changing where the gateway is, or the client id, asks for the secret again', async ({
  signedIn: page,
  workspace,
  simulator,
}) => {
  const secret = page.getByLabel('Client secret', { exact: true });
  await page.goto(`/w/${workspace.id}/settings`);
  await expect(page.getByRole('button', { name: 'Replace…' })).toBeVisible();
  await expect(secret).toHaveCount(0);
  await page.getByRole('button', { name: `Workspace: ${workspace.name}` }).click();
  // The menu opens at it, however many workspaces of other journeys stand above.
  const open = page.getByRole('menuitem', { name: workspace.name });
  await expect(open).toBeFocused();
  await expect(open.getByText('custom', { exact: true })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');

  await page.getByLabel('Client id').fill('another-client');
  await expect(secret).toBeVisible();
  await page.getByLabel('Client id').fill(simulator.clientId);
  await expect(secret).toHaveCount(0);

  await page.getByLabel('Gateway address').fill('https://gateway.example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Paste the client secret again')).toBeVisible();
  await expect(secret).toBeFocused();
});

test('SSRF-01 an address that is not allowed is refused, and nothing is sent to it', async ({
  signedIn: page,
  simulator,
}) => {
  await page.goto('/workspaces/new');
  await fillWorkspaceForm(page, simulator, { name: 'Elsewhere' });
  await page.getByLabel('Gateway address').fill('http://169.254.169.254');
  await page.getByRole('button', { name: 'Connect workspace' }).click();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Gateway address')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Client secret', { exact: true })).toHaveValue(simulator.clientSecret);
});

test('SEC-01 a client secret goes in and never comes out: not in an answer, a page or an address', async ({
  signedIn: page,
  simulator,
}) => {
  const secret = 'a-secret-that-is-never-read-back';
  const answers = answersTo(page);
  await page.goto('/workspaces/new');
  await fillWorkspaceForm(page, simulator, { name: 'Write-only', clientSecret: secret });
  await page.getByRole('button', { name: 'Connect workspace' }).click();
  await expect(page.getByText('Failed', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Change settings' }).click();
  await expect(page.getByText('fingerprint')).toBeVisible();
  await page.reload();
  await expect(page.getByText('fingerprint')).toBeVisible();

  expect(await page.content()).not.toContain(secret);
  const reported = await answers();
  expect(reported.length).toBeGreaterThan(4);
  expect(reported.join('\n')).not.toContain(secret);
  expect(page.url()).not.toContain(secret);
});

test('the snapshot scanner is shown when asked for: its accounts, its images by region, and how old that is', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/settings`);
  const read = page.getByRole('button', { name: 'Read', exact: true });
  await expect(read).toBeVisible();
  expect(await simulator.callsOf('T2')).toEqual([]);
  await simulator.faults([{ operation: 'T2', fault: { status: 403 } }]);
  await read.click();
  await expect(page.getByRole('alert')).toContainText('Request id');
  await examinePage(page, 'snapshot-scanner-refused');

  await simulator.faults([
    { operation: 'T2', fault: { status: 200, body: { targetAccounts: [], amis: {} } } },
  ]);
  await read.click();
  await expect(page.getByText('No account is registered')).toBeVisible();
  await simulator.faults([]);
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByRole('table', { name: 'Accounts of the snapshot scanner' })).toContainText(/\d{12}/);
  await expect(
    page
      .getByRole('table', { name: 'Images of the snapshot scanner' })
      .getByRole('row', { name: 'ap-south-1' }),
  ).toContainText(/ami-[0-9a-f]+/);
  await examinePage(page, 'snapshot-scanner');
});

test('an account of the snapshot scanner leads to its connector when the console knows it', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const address = await page.getByRole('link', { name: 'Northwind Commerce' }).getAttribute('href');
  const connectorId = Number(address?.split('/').at(-1));
  const body = { targetAccounts: [{ awsAccountId: '123456789012', connectorId }], amis: {} };
  await simulator.faults([{ operation: 'T2', fault: { status: 200, body } }]);
  await page.goto(`/w/${workspace.id}/settings`);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page
    .getByRole('row', { name: '123456789012' })
    .getByRole('link', { name: 'Northwind Commerce' })
    .click();
  await expect(page.getByRole('heading', { name: 'Northwind Commerce', level: 1 })).toBeVisible();
});

/** Collects the address, headers and body of every answer of the API from now on. */
function answersTo(page: Page): () => Promise<string[]> {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    // The stream of hints has no end to wait for.
    if (response.url().endsWith('/api/session/live')) return;
    if (!response.url().includes('/api/')) return;
    const reported = async () => {
      const body = await response.text().catch(() => '');
      return `${response.url()} ${JSON.stringify(await response.allHeaders())} ${body}`;
    };
    // One that comes while the page is closed at the end cannot be read any more.
    answers.push(reported().catch(() => ''));
  });
  return () => Promise.all(answers);
}
