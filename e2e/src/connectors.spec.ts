import type { Page } from '@playwright/test';
import { setUpAdministrator, signIn } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { hostileAnswers, hostileConnectorId, payloads } from './fixtures/hostile-gateway.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { watchForScripts } from './fixtures/script-watch.ts';
import { fillWorkspaceForm } from './fixtures/workspace-form.ts';

// Tall enough for every connector of the demo: the table draws only what is in sight.
test.use({ viewport: { width: 1280, height: 1500 } });

/** A press while a refresh is under way gets that one, which may have begun before the world changed: press again. */
async function refreshUntil(page: Page, expectation: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expectation();
  }).toPass({ timeout: 200_000 });
}

test('connectors of both clouds stand in one list, and each leads to its page', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const table = page.getByRole('table', { name: 'Connectors' });
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(26);
  await expect(table.getByRole('row', { name: 'Northwind Production' })).toContainText('Azure');
  await expect(table.getByRole('row', { name: 'Northwind Commerce' })).toContainText('AWS');
  await expect(table.getByRole('row', { name: 'Wingtip Streaming' })).toContainText('Errors');
  await expect(table.getByRole('row', { name: 'Woodgrove Trading' })).toContainText('Disabled');
  await expect(table.getByRole('row', { name: 'Wingtip Streaming' })).toContainText(
    'The client secret has expired',
  );

  await page.getByRole('link', { name: 'Northwind Commerce' }).click();
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Northwind Commerce', level: 1 })).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: 'Northwind Production' }).click();
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
});

test('a filter is typed as tokens, stands in the address, and survives reload and return', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
  await page.keyboard.press('/');
  const filter = page.getByRole('combobox', { name: 'Filter connectors' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('sta');
  await expect(page.getByRole('option', { name: /^state:/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'errors', exact: true }).click();
  await page.keyboard.type('cloud:azure ');
  await page.keyboard.press('Escape');

  const filtered = page.getByRole('heading', { name: 'Connectors (6 of 25)' });
  await expect(filtered).toBeVisible();
  await expect(page).toHaveURL(/filter=state(%3A|:)errors(\+|%20)cloud(%3A|:)azure/);
  await page.reload();
  await expect(filtered).toBeVisible();
  await page.getByRole('link', { name: 'Tailspin Tenant' }).click();
  await expect(page.getByRole('heading', { name: 'Tailspin Tenant', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(filtered).toBeVisible();

  await page.getByRole('button', { name: 'Remove state: errors' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors (14 of 25)' })).toBeVisible();
});

test('a list that was scrolled is found again by going back, and begins at the top when it is opened anew', async ({
  signedIn: page,
  workspace,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`/w/${workspace.id}/connectors?sort=name`);
  const frame = page.getByRole('group', { name: 'Connectors, scrollable' });
  await frame.evaluate((list) => list.scrollTo({ top: 400 }));
  await page.getByRole('link', { name: 'Northwind Production' }).click();
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Northwind Production' })).toBeInViewport();
  expect(await frame.evaluate((list) => list.scrollTop)).toBe(400);

  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Connectors', exact: true }).first().click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeInViewport();
  expect(await frame.evaluate((list) => list.scrollTop)).toBe(0);

  await frame.evaluate((list) => list.scrollTo({ top: 400 }));
  await page.getByRole('button', { name: /^Name/ }).click();
  await expect
    .poll(() => frame.evaluate((list) => list.scrollTop), 'another order begins at its top')
    .toBe(0);
});

test('a filter that means nothing says so and lets everything through', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=synced%3Asometimes`);
  await expect(page.getByRole('combobox', { name: 'Filter connectors' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
});

test('a column sorts the list up and down, and the address keeps it', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const members = page.getByRole('columnheader', { name: 'Members' });
  const firstRow = page.getByRole('table', { name: 'Connectors' }).getByRole('row').nth(1);
  await members.getByRole('button').click();
  await expect(members).toHaveAttribute('aria-sort', 'ascending');
  await members.getByRole('button').click();
  await expect(members).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-members/);
  await expect(page.getByRole('row', { name: 'Tailspin Tenant' })).toHaveAttribute('aria-rowindex', '2');
  await page.reload();
  await expect(members).toHaveAttribute('aria-sort', 'descending');
  await expect(firstRow).toBeVisible();
});

test('a filter that fits nothing offers to be cleared', async ({ signedIn: page, workspace }) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name%3Anowhere*`);
  await expect(page.getByRole('heading', { name: 'No connector matches' })).toBeVisible();
  await examinePage(page, 'connectors-no-match');
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
});

test('a subscription without connectors says what one is and how to begin', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.reset('empty');
  await page.goto(`/w/${workspace.id}/connectors`);
  await refreshUntil(page, () =>
    expect(page.getByRole('heading', { name: 'No connector yet' })).toBeVisible({ timeout: 5_000 }),
  );
  await examinePage(page, 'connectors-first-use');
  await page.getByRole('link', { name: 'Onboard an Azure tenant' }).click();
  await expect(page).toHaveURL(/\/connectors\/new\/azure/);
});

test('a gateway that is down leaves the list standing, with since when and why, until it is back', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
  await simulator.faults(['A5', 'W3'].map((operation) => ({ operation, fault: { status: 503 } })));
  const why = page
    .getByRole('status')
    .filter({ hasText: /^Azure (and AWS )?connectors have not been read since \d/ });
  await refreshUntil(page, () => expect(why).toBeVisible({ timeout: 5_000 }));
  await expect(why).toContainText(
    /not been read since (.+?): .+The rows below are as of \1\. Reading has failed since \d/,
  );
  await expect(page.getByText(/AWS connectors have not been read since \d/)).toBeVisible();
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
  await examinePage(page, 'connectors-gateway-down');

  await simulator.faults([]);
  let presses = 0;
  let readings = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/connectors/refresh')) readings += 1;
  });
  // A press too soon after the last reading is told of that one again.
  await expect(async () => {
    presses += 1;
    await why.getByRole('button', { name: 'Try now' }).dblclick();
    await expect(page.getByText('have not been read since')).toHaveCount(0, { timeout: 5_000 });
  }).toPass();
  expect(readings).toBe(presses);
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
});

test('a connector that can be read again takes the word back that its list cannot', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await simulator.faults([{ operation: 'A5', fault: { status: 503 } }]);
  const why = page.getByText(/^Azure connectors have not been read since \d/);
  await refreshUntil(page, () => expect(why).toBeVisible({ timeout: 5_000 }));
  await simulator.faults([]);

  await page.getByRole('link', { name: 'Northwind Production' }).click();
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await page.getByRole('link', { name: 'Connectors', exact: true }).first().click();

  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
  await expect(why).toHaveCount(0);
});

test('a part whose code does not come leaves the connector and its actions standing, and comes with a reload', async ({
  signedIn: page,
  workspace,
  console,
}) => {
  const name = 'Northwind Production';
  await openConnector(page, workspace, name);
  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await console.crash();
  await page.getByRole('link', { name: 'Last job' }).click();
  const unread = page.getByRole('alert').filter({ hasText: 'This page could not be loaded.' });
  await expect(unread).toContainText('Check that the console can be reached, then reload');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  await console.restart();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: `Run of ${name}` })).toContainText(
    'The gateway accepted the run',
  );
  await unread.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(unread).toHaveCount(0);
});

test('what a row asks for while the console is away leaves the list standing, and says what to do', async ({
  signedIn: page,
  workspace,
  console,
}) => {
  // The code of what the list shows seldom follows the list.
  const codeOf = async (part: RegExp) => (await page.waitForResponse(part)).finished();
  const followed = Promise.all([codeOf(/notice-stack/), codeOf(/delete-dialog/)]);
  await page.goto(`/w/${workspace.id}/connectors`);
  const row = page.getByRole('row', { name: 'Northwind Production' });
  await expect(row).toContainText('Succeeded');
  await followed;
  await console.crash();
  await row.getByRole('button', { name: 'Run Northwind Production' }).click();
  await expect(page.getByRole('alert')).toContainText('Run did not reach the console: Northwind Production');
  await page.getByRole('button', { name: 'Actions for Northwind Production' }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();

  const dialog = page.getByRole('alertdialog', { name: 'Delete connector' });
  await expect(dialog.getByRole('alert')).toContainText('The console cannot be reached.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toBeVisible();
  await console.restart();
});

test('on a narrow screen what can be done with a row stays in reach', async ({
  signedIn: page,
  workspace,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`/w/${workspace.id}/connectors?sort=name`);
  const actions = page.getByRole('button', { name: 'Actions for Northwind Production' });
  await expect(page.getByRole('button', { name: 'Run Northwind Production' })).toBeInViewport({ ratio: 1 });
  await expect(actions).toBeInViewport({ ratio: 1 });
  const newestError = page.getByRole('columnheader', { name: 'Newest error' });
  await expect(newestError).toBeInViewport({ ratio: 1 });
  const [shown, covering] = [await newestError.boundingBox(), await actions.locator('..').boundingBox()];
  expect((shown?.x ?? Number.NaN) + (shown?.width ?? 0)).toBeLessThanOrEqual((covering?.x ?? 0) + 1);
  await examinePage(page, 'connectors-narrow');

  await page.getByRole('group', { name: 'Connectors, scrollable' }).evaluate((frame) => {
    frame.scrollLeft = frame.scrollWidth;
  });
  await expect(page.getByRole('columnheader', { name: 'Next sync' })).toBeInViewport({ ratio: 1 });
  await expect(actions).toBeInViewport({ ratio: 1 });
  await actions.click();
  await expect(page.getByRole('menuitem', { name: 'Disable', exact: true })).toBeVisible();
});

test('FLT-12 a gateway that answers with a sign-in page shows none of it', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
  await simulator.faults([{ operation: 'A5', fault: { mutate: 'html' } }]);
  await refreshUntil(page, () =>
    expect(page.getByText(/^Azure (and AWS )?connectors have not been read since \d/)).toBeVisible({
      timeout: 5_000,
    }),
  );
  await expect(page.getByRole('heading', { name: 'Sign in' })).toHaveCount(0);
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
});

test('FLT-06 a token that expires in the middle of work is renewed, and the user does not notice', async ({
  page,
  freshConsole: console,
  freshSimulator: simulator,
}) => {
  await setUpAdministrator(page.request, console);
  await signIn(page.request, console.url);
  await page.goto(`${console.url}/workspaces/new`);
  await fillWorkspaceForm(page, simulator, { name: 'Expiring' });
  await page.getByRole('button', { name: 'Connect workspace' }).click();
  await page.getByRole('link', { name: 'Go to connectors' }).click();
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toBeVisible();
  await simulator.settings({ expireTokens: true });
  await page.getByRole('link', { name: 'Northwind Production' }).click();

  await expect(page.getByRole('heading', { name: 'Health' })).toBeVisible();
  await expect(page.getByText('The gateway did not answer')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const calls = await simulator.journal();
  const refused = calls.findIndex(({ status }) => status === 401);
  expect(refused).toBeGreaterThan(-1);
  const renewals = calls.slice(refused).filter(({ operation }) => operation === 'T1');
  expect(renewals).toHaveLength(1);
});

test('XSS-01 whatever the gateway sends is shown as text on every page', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const expectNoScript = watchForScripts(page);
  await simulator.faults(hostileAnswers);
  await page.goto(`/w/${workspace.id}/connectors`);
  const hostile = (name: string) => page.getByRole('link', { name, exact: true });
  // The first one may come from a detail alone: only the list has them all.
  await refreshUntil(page, () => expect(hostile(payloads[1])).toBeVisible({ timeout: 5_000 }));
  for (const payload of payloads) await expect(hostile(payload)).toBeVisible();
  await examinePage(page, 'hostile-connectors');

  const connector = `/w/${workspace.id}/connectors/azure/${hostileConnectorId}`;
  await page.goto(connector);
  await expect(page.getByRole('heading', { name: payloads[0], level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/<script>window/);
  for (const part of ['scope', 'members']) {
    await page.goto(`${connector}/${part}`);
    await expect(page.getByText(payloads[3], { exact: true }).first()).toBeVisible();
    await expectNoScript();
  }
  await page.goto(`${connector}/last-job`);
  // Of markup in an error its words are shown, and nothing can be pressed.
  await expect(page.getByText('press me', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'press me' })).toHaveCount(0);
  await expect(page.getByText(payloads[7], { exact: true }).first()).toBeVisible();
  await expectNoScript();
  await examinePage(page, 'hostile-last-job');
  await page.goto(`${connector}/configuration`);
  await expect(page.getByText(payloads[1]).first()).toBeVisible();
  await expectNoScript();
});

test('XSS-02 whatever an address says is shown as text or not at all', async ({
  signedIn: page,
  workspace,
}) => {
  const expectNoScript = watchForScripts(page);
  const payload = payloads[1];
  const encoded = encodeURIComponent(payload);
  const list = `/w/${workspace.id}/connectors`;
  await page.goto(`${list}?filter=${encoded}`);
  await expect(page.getByRole('heading', { name: 'No connector matches' })).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveValue(payload.replaceAll('"', ''));
  await expectNoScript();

  const pages = [
    `${list}?sort=${encoded}#${encoded}`,
    `${list}?filter=name:${encoded}`,
    `${list}/new/azure?step=${encoded}`,
    `/nowhere?${encoded}#${encoded}`,
    `/sign-in?returnTo=${encoded}`,
    `/setup?token=${encoded}`,
  ];
  for (const address of pages) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    await expectNoScript();
  }
  // No page of the console has such a path: the server says so in a format that no browser runs.
  for (const address of [`${list}/azure/${encoded}`, `/w/${encoded}/connectors`, `/${encoded}`]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    expect(answer?.headers()['content-type'], address).toMatch(/^application\/json/);
    await expectNoScript();
  }
});
