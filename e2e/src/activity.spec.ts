import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { untilReleased } from './fixtures/simulator-process.ts';

const entries = (page: Page, list: string) =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem');
const entry = (page: Page, list: string, name: string | RegExp) =>
  entries(page, list).filter({ has: page.getByRole('button', { name }) });

async function runOnce(page: Page, workspace: { id: string }, name: string): Promise<void> {
  await openConnector(page, workspace, name);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: `Run of ${name}` })).toContainText('accepted the run');
}

test('a change stands on top while it runs and under its day once it is settled, with all its steps', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  // While reading is not answered it cannot be found out whether the run began: the change stays as it is until the page was seen.
  await simulator.faults([
    { operation: 'A7', fault: { drop: 'after-commit' } },
    { operation: 'A6', fault: untilReleased },
  ]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Activity' }).first().click();

  const running = entry(page, 'Running now', /^Run of Northwind Production Azure Checking Ada Admin/);
  await expect(running).toBeVisible();
  await expect(running).toContainText('it is not known whether it acted');
  await examinePage(page, 'activity-running');
  await simulator.faults([]);

  const done = entry(
    page,
    'Today',
    /^Run of Northwind Production Azure (Job running|Succeeded|With errors) Ada Admin/,
  );
  await expect(done).toBeVisible();
  await expect(page.getByRole('list', { name: 'Running now', exact: true })).toHaveCount(0);
  await done.getByRole('button').first().click();
  const steps = page.getByRole('list', { name: 'Steps: Run of Northwind Production' });
  await expect(steps.getByRole('listitem')).toHaveText([
    /^Asked for and recorded/,
    /^Sent to the gateway/,
    /^No confirmation came/,
    /^Found by reading: it was started/,
    /^The job (is running|ended)/,
  ]);
  await expect(done.getByText('Request id')).toBeVisible();
  await examinePage(page, 'activity');
  await done.getByRole('link', { name: 'Open Northwind Production' }).click();
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
});

test('a filter is typed as tokens, stands in the address, survives a reload, and is what an export holds', async ({
  signedIn: page,
  workspace,
}) => {
  await runOnce(page, workspace, 'Northwind Production');
  await runOnce(page, workspace, 'Northwind Commerce');
  await page.goto(`/w/${workspace.id}/activity`);
  await expect(entry(page, 'Today', /^Workspace connected/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('kind:run-connector cloud:aws ');
  await page.keyboard.press('Escape');

  await expect(entries(page, 'Today')).toHaveCount(1);
  await expect(entry(page, 'Today', /^Run of Northwind Commerce AWS/)).toBeVisible();
  await expect(page).toHaveURL(/filter=kind(%3A|:)run-connector(\+|%20)cloud(%3A|:)aws/);
  await page.reload();
  await expect(entries(page, 'Today')).toHaveCount(1);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^activity-[\d-]{10}\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"Ada Admin","run-connector","Northwind Commerce","succeeded"');
});

test('words of the filter stand in the address at each key, and are asked for once they rest', async ({
  signedIn: page,
  workspace,
}) => {
  await page.clock.install();
  await page.goto(`/w/${workspace.id}/activity`);
  await expect(entry(page, 'Today', /^Workspace connected/)).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    const words = new URL(request.url()).searchParams.get('words');
    if (words !== null) asked.push(words);
  });
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole('combobox', { name: 'Filter activity' }).pressSequentially('nothing');
  await expect(page).toHaveURL(/filter=nothing$/);
  expect(asked).toEqual([]);

  await page.clock.runFor(1_000);
  await page.clock.resume();
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  expect(new Set(asked)).toEqual(new Set(['nothing']));
});

test('a filter that fits nothing offers to be cleared, and one that means nothing says so', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/activity?filter=actor%3Anobody%20outcome%3Apurple`);
  await expect(page.getByRole('heading', { name: 'No entry matches' })).toBeVisible();
  await expect(page.getByText('An outcome is one of running')).toBeVisible();
  await examinePage(page, 'activity-no-match');
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(entry(page, 'Today', /^Workspace connected/)).toBeVisible();
});

test('a refusal of the gateway is told in a line, and by keyboard alone with what to do next', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: { status: 403 } }]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Run of Northwind Production' })).toContainText('refused');

  await page.goto(`/w/${workspace.id}/activity?filter=outcome%3Afailed%20kind%3Arun-connector`);
  const failed = entry(page, 'Today', /^Run of Northwind Production Azure Failed/);
  await expect(failed).toBeVisible();
  await page.keyboard.press('j');
  await expect(failed.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(failed.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await expect(failed.getByText('Refused', { exact: false }).last()).toBeVisible();
  await expect(page).toHaveURL(/operation=[0-9a-f-]{36}/);
  await page.reload();
  await expect(failed.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await examinePage(page, 'activity-failed');
});

test('a connector shows what was done to it, and a changed secret is told as changed and no more', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Tailspin Games');
  await page
    .getByRole('navigation', { name: 'Parts of the connector' })
    .getByRole('link', { name: 'Activity' })
    .click();
  await expect(page.getByRole('heading', { name: 'Never changed through the console' })).toBeVisible();
  await examinePage(page, 'connector-activity-empty');

  await runOnce(page, workspace, 'Northwind Production');
  await page
    .getByRole('navigation', { name: 'Parts of the connector' })
    .getByRole('link', { name: 'Activity' })
    .click();
  await expect(entries(page, 'Today')).toHaveCount(1);

  const answer = await page.request.patch(`/api/workspaces/${workspace.id}`, {
    headers: { 'x-console': '1' },
    data: { clientSecret: simulator.clientSecret },
  });
  expect(answer.status()).toBe(200);
  await page.goto(`/w/${workspace.id}/activity?filter=kind%3Aworkspace.changed`);
  const changed = entry(page, 'Today', /^Workspace changed/).first();
  await changed.getByRole('button').first().click();
  await expect(changed.getByRole('definition').filter({ hasText: /^changed$/ })).toBeVisible();
  await expect(page.getByText(simulator.clientSecret)).toHaveCount(0);
});

test('a change that needs review is marked as reviewed by a user, and says by whom and when', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: { drop: 'before' } }]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Run of Northwind Production' })).toBeVisible();
  await page.goto(`/w/${workspace.id}/activity`);
  const lost = entry(page, 'Today', /^Run of Northwind Production Azure Needs review/);
  await expect(lost).toBeVisible({ timeout: 400_000 });
  await lost.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(page.getByText('Reviewed by Ada Admin')).toBeVisible();
  await examinePage(page, 'activity-reviewed');
});
