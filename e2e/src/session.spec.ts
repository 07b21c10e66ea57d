import type { Request } from '@playwright/test';
import {
  administrator,
  cookieOf,
  endSessionElsewhere,
  headersFor,
  signInByForm,
} from './fixtures/administrator.ts';
import { walkToReview } from './fixtures/azure-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { sampleTenant } from './fixtures/sample-tenant.ts';
import { slowDown } from './fixtures/slow-line.ts';

test('a wrong password says so, keeps the e-mail, and the right one signs in', async ({
  page,
  workspace: _,
}) => {
  await page.goto('/sign-in');
  await examinePage(page, 'sign-in');
  await signInByForm(page, 'not the password at all');

  await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong.');
  await expect(page.getByLabel('E-mail')).toHaveValue(administrator.email);
  await expect(page).toHaveURL(/\/sign-in$/);

  await signInByForm(page);
  await expect(page.getByRole('heading', { name: 'Connectors' })).toBeVisible();
});

test('what a browser must load before the first page is sent compressed, within 120 KB', async ({
  page,
  workspace: _,
}) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('E-mail')).toBeVisible();
  const received = await page.evaluate(async () => {
    // As it was sent: the page itself adds tags for what it loads later.
    const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const tags = sent.querySelectorAll('script[src], link[rel="modulepreload"], link[rel="stylesheet"]');
    const addresses = [...tags].map((tag) => tag.getAttribute('src') ?? tag.getAttribute('href') ?? '');
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => addresses.includes(new URL(name).pathname))
      .map((entry) => entry.toJSON() as { encodedBodySize: number; decodedBodySize: number });
  });

  const large = received.filter(({ decodedBodySize }) => decodedBodySize > 10_000);
  expect(large.length).toBeGreaterThan(1);
  expect(
    large.filter(({ encodedBodySize, decodedBodySize }) => encodedBodySize > decodedBodySize / 2),
  ).toEqual([]);
  const bytes = received.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  expect(bytes).toBeLessThanOrEqual(120 * 1024);
});

test('a browser that never had a session is asked to sign in, and then shown what it was opened for', async ({
  page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/activity`);
  await expect(page.getByText('You are not signed in. Sign in to continue.')).toBeVisible();
  await expect(page.getByText('Your session has ended')).toHaveCount(0);
  await examinePage(page, 'sign-in-deep-link');
  await signInByForm(page);

  await expect(page).toHaveURL(new RegExp(`/w/${workspace.id}/activity$`));
});

test('a session that ends in the middle of work leads to the sign-in and back to where one was', async ({
  signedIn: page,
  workspace,
  console: { url },
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toBeVisible();
  await endSessionElsewhere(page, url);

  const there = `/w/${workspace.id}/connectors?filter=state%3Aerrors`;
  await page.goto(there);
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await signInByForm(page);

  await expect(page).toHaveURL(new RegExp(`/w/${workspace.id}/connectors\\?filter=state(%3A|:)errors$`));
  await expect(page.getByRole('button', { name: 'Remove state: errors' })).toBeVisible();
});

test('a session that ends while a page is open is noticed without a step, and signing in leads back to it', async ({
  signedIn: page,
  workspace,
  console: { url },
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toBeVisible();
  await endSessionElsewhere(page, url);

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInByForm(page);
  await expect(page).toHaveURL(new RegExp(`/w/${workspace.id}/connectors$`));
});

// One address that a browser would leave the console for, and one that it would run; every other form is in return-to.test.ts.
const elsewhere = ['/%5C%5Cevil.example', 'javascript:alert(1)'];

test('RED-01 signing in leads to a place of this console, whatever the address asks for', async ({
  page,
  workspace: _,
  console: { url },
}) => {
  const strange: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) strange.push(request.url());
  });
  page.on('dialog', (dialog) => {
    strange.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const returnTo of elsewhere) {
    await page.goto(`/sign-in?${new URLSearchParams({ returnTo })}`);
    await signInByForm(page);
    await expect(page.getByRole('heading', { name: 'Connectors' }), returnTo).toBeVisible();
    expect(new URL(page.url()).pathname, returnTo).toMatch(/^\/w\/[^/]+\/connectors$/);
  }
  expect(strange).toEqual([]);
});

test('who signs in on a slow line is not sent back by the answer to what was asked before', async ({
  page,
  workspace,
  console: { url },
}) => {
  const place = `/w/${workspace.id}/connectors`;
  const isSession = (method: string) => (asked: Request) =>
    asked.method() === method && asked.url() === `${url}/api/session`;
  const refusal = () =>
    page.waitForResponse((answer) => isSession('GET')(answer.request()) && answer.status() === 401);
  const atFirst = refusal();
  await page.goto(`/sign-in?${new URLSearchParams({ returnTo: place })}`);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await atFirst;
  const signingIn = page.waitForRequest(isSession('POST'));
  const refused = refusal();
  const speedUp = await slowDown(page, 6_000);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signingIn;
  // As a browser tells a page that is looked at again, which makes it ask whether there is a session.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await refused;

  await expect(page).toHaveURL(url + place);
  await speedUp();
  await expect(page.getByRole('heading', { name: 'Connectors' })).toBeVisible();
  await expect(page).toHaveURL(url + place);
});

test('SES-06 signing out leaves nothing behind: no session, no cookie, no page to go back to', async ({
  signedIn: page,
  workspace,
  console: { url },
}) => {
  await page.goto(`/w/${workspace.id}/connectors?sort=name`);
  await expect(page.getByRole('link', { name: 'Northwind Production' })).toBeVisible();
  const cookie = await cookieOf(page, url);
  await page.getByRole('button', { name: `Account of ${administrator.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await cookieOf(page, url)).toBe('');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Northwind Production')).toHaveCount(0);
  const replayed = await fetch(`${url}/api/session`, { headers: { ...headersFor(url), Cookie: cookie } });
  expect(replayed.status).toBe(401);
});

test('REL-24 two tabs share one live stream, both follow a change made elsewhere, and a cut stream comes back', async ({
  signedIn: page,
  context,
  workspace,
  console: { url },
}) => {
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/session/live')) streams.push(request.url());
  });
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await tab.goto(`/w/${workspace.id}/connectors?sort=name`);
    await expect(tab.getByRole('link', { name: 'Contoso Data Lake' })).toBeVisible();
  }
  await expect.poll(() => streams.length).toBe(1);
  const rowIn = (tab: typeof page) => tab.getByRole('row').filter({ hasText: 'Contoso Data Lake' });

  await switchElsewhere('disable');

  for (const tab of [page, second]) await expect(rowIn(tab)).toContainText(/disabled|\bNo\b/i);
  await page.close();
  await expect.poll(() => streams.length, 'the other tab takes the stream over').toBe(2);
  await context.setOffline(true);
  await context.setOffline(false);
  await switchElsewhere('enable');
  await expect(rowIn(second)).not.toContainText(/disabled|\bNo\b/i);

  async function switchElsewhere(action: 'enable' | 'disable') {
    const { connectors } = await (
      await second.request.get(`${url}/api/workspaces/${workspace.id}/connectors`, {
        headers: headersFor(url),
      })
    ).json();
    const { cloud, id } = connectors.find(({ name }: { name: string }) => name === 'Contoso Data Lake');
    const answer = await second.request.post(
      `${url}/api/workspaces/${workspace.id}/connectors/${cloud}/${id}/${action}`,
      { headers: headersFor(url), data: { idempotencyKey: crypto.randomUUID() } },
    );
    expect((await answer.json()).state).toBe('succeeded');
  }
});

test('REL-23 a session that ends in the middle of a long form loses nothing but the secret, and one connector comes of it', async ({
  signedIn: page,
  workspace,
  simulator,
  console: { url },
}) => {
  await walkToReview(page, workspace, 'Interrupted');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await endSessionElsewhere(page, url);
  const signInHeading = page.getByRole('heading', { name: 'Sign in' });
  // On a slow machine the live view notices before the button is pressed, and the page is gone already.
  await page.getByRole('button', { name: 'Create connector' }).or(signInHeading).first().click();

  await expect(signInHeading).toBeVisible();
  await signInByForm(page);
  await expect(page).toHaveURL(/\/connectors\/new\/drafts\/[^/]+\/review$/);
  await page.goto(page.url().replace(/review$/, 'tenant'));
  await expect(page.getByLabel('Tenant name')).toHaveValue(sampleTenant.tenantName);
  await page.getByLabel('Secret value', { exact: true }).fill(sampleTenant.secretValue);
  await page.getByRole('link', { name: /Review/ }).click();
  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('list', { name: 'Creation' })).toContainText('Connector created, done');

  const created = (await simulator.callsOf('A3')).filter(({ committed }) => committed);
  expect(created).toHaveLength(1);
});
