import type { Locator, Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';

// Tall enough for every connector of the demo: the table draws only what is in sight.
test.use({ viewport: { width: 1280, height: 1500 } });

test('many are chosen by the filter, previewed, and run as one operation whose progress survives a reload', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings(SLOW_JOBS);
  await page.goto(`/w/${workspace.id}/connectors?filter=cloud:aws`);
  const table = page.getByRole('table', { name: 'Connectors' });
  await expect(table).toBeVisible();
  const unticked = await topOf(table);
  await page.getByRole('checkbox', { name: 'Select Contoso Data Lake' }).check();
  const bar = page.getByRole('region', { name: 'Selected connectors' });
  await expect(bar).toContainText('1 selected');
  expect(await topOf(table)).toBe(unticked);
  const saving = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'Export 1 connector as CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^connectors-\d{4}-\d\d-\d\d\.csv$/);
  await bar.getByRole('button', { name: /^Select all \d+ that match$/ }).click();
  await bar.getByRole('button', { name: /^Run \d+ connectors$/ }).click();

  const dialog = page.getByRole('alertdialog', { name: /^Run \d+ of \d+ connectors$/ });
  await expect(dialog).toContainText(/The call limit|busiest call/);
  await expect(dialog).toContainText('each with a call of its own');
  await expect(dialog).toContainText('1 is disabled, which the gateway does not run');
  await examinePage(page, 'bulk-preview');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();

  await expect(page.getByRole('progressbar', { name: /^Run of \d+ connectors$/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Run of \d+ connectors$/ })).toBeFocused();
  await expect(page.getByText(/^(\d+) of \1 started · \d+ running/)).toBeVisible();
  await expect(page).toHaveURL(/operation=/);
  await page.reload();
  await expect(page.getByText(/^(\d+) of \1 started · \d+ running/)).toBeVisible();
  await expect(bar).toBeHidden();
});

test('deleting many wants it typed with how many they are', async ({ signedIn: page, workspace }) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  for (const name of ['Contoso Data Lake', 'Coho Vineyard']) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  await page.getByRole('button', { name: 'Delete 2 connectors' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete 2 connectors' });
  const doomed = dialog.getByRole('list', { name: 'What is deleted' }).getByRole('listitem');
  await expect(doomed).toHaveText([/^Coho Vineyard · \d+ members$/, /^Contoso Data Lake · \d+ members$/]);
  await expect(dialog).toContainText(/\d+ members are detached and keep running on their own/);
  await expect(dialog).toContainText(/(None|\d) of these connectors ha(s|ve) a job under way\./);
  await expect(dialog).toContainText(/As the list was read at \d\d:\d\d\./);
  await examinePage(page, 'bulk-deletion');
  await dialog
    .getByRole('textbox', { name: 'Type delete 2 connectors to confirm' })
    .fill('delete 2 connectors');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();

  await expect(page.getByText('2 of 2 done')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connectors (23)' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Coho Vineyard' })).toBeHidden();
});

test('deleting once more what could not be deleted wants it typed again', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.faults([{ operation: 'W9', fault: { status: 400, body: { message: 'Not now' } } }]);
  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('checkbox', { name: 'Select Contoso Data Lake' }).check();
  await page.getByRole('button', { name: 'Delete 1 connector' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete 1 connector' });
  const confirm = async () => {
    await dialog
      .getByRole('textbox', { name: 'Type delete 1 connector to confirm' })
      .fill('delete 1 connector');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  };
  await confirm();
  const retry = page.getByRole('button', { name: 'Retry failed' });
  await expect(retry).toBeVisible();
  await simulator.faults([]);

  await retry.click();
  await expect(dialog).toContainText('This cannot be taken back');
  expect(await simulator.callsOf('W9')).toHaveLength(1);
  await confirm();

  await expect(page.getByText('1 of 1 done')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Contoso Data Lake' })).toBeHidden();
});

test('a bulk of runs says how its jobs ended, of which connectors and why, in the list and in the activity', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings(SLOW_JOBS);
  await page.goto(`/w/${workspace.id}/connectors`);
  for (const name of RUN) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Run 2 connectors' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Run', exact: true }).click();

  const panel = page.getByRole('group', { name: 'Run of 2 connectors' });
  await expect(panel).toContainText('2 of 2 started · 2 running');
  await simulator.advance(3_600);
  await expect(panel).toContainText('2 ended: 1 succeeded, 1 with errors', { timeout: 90_000 });
  const troubled = panel.getByRole('list', { name: 'Connectors that failed' }).getByRole('listitem');
  await expect(troubled).toHaveText(/^Contoso Retail.*The job ended with errors: /);
  await examinePage(page, 'bulk-of-runs-ended');

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  const entry = page.getByRole('button', { name: /^Run of 2 connectors/ });
  await expect(entry).toHaveAccessibleName(/With errors .*2 ended: 1 succeeded, 1 with errors$/);
});

const RUN = ['Northwind Commerce', 'Contoso Retail'];

/** Jobs run until the test lets the vendor's time pass, on a machine of any speed. */
const SLOW_JOBS = { pace: 200 };

test('a bulk of which one failed says how many did, in the list and in the activity', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.faults([{ operation: 'W7', fault: { status: 400, body: { message: 'Not now' } } }]);
  await disable(page, workspace, ['Northwind Production', 'Northwind Commerce']);
  await expect(page.getByText('1 of 2 done · 1 failed')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Connectors that failed' })).toContainText(
    'Northwind Commerce',
  );
  await examinePage(page, 'bulk-partly-done');

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  const entry = page.getByRole('button', { name: /^Disabling 2 connectors/ });
  await expect(entry).toHaveAccessibleName(/Partly done .*1 of 2 done · 1 failed$/);
  await entry.click();
  const steps = page.getByRole('list', { name: 'Steps: Disabling 2 connectors' }).getByRole('listitem');
  await expect(steps.last()).toHaveText(/^Not every connector did what was asked/);
  await examinePage(page, 'activity-partly-done');
});

test('REL-20 of two that failed, the one whose answer was lost is not sent again, says why, and stays in sight', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.faults([
    { operation: 'W6', times: 1, fault: { drop: 'before' } },
    { operation: 'W6', fault: { status: 400, body: { message: 'Not now' } } },
  ]);
  await page.goto(`/w/${workspace.id}/connectors`);
  for (const name of ['Northwind Commerce', 'Contoso Data Lake'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Run 2 connectors' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Run', exact: true }).click();
  const retry = page.getByRole('button', { name: 'Retry 1 of 2' });
  await expect(retry).toBeVisible({ timeout: 400_000 });
  await expect(page.getByText(/^1 is not sent again: no clear answer came/)).toBeVisible();
  await examinePage(page, 'bulk-retry-partly');
  await simulator.faults([]);
  // Another visit did not ask for it, and keeps it all the same.
  await page.reload();
  await retry.click();

  await expect(page.getByRole('group', { name: 'Run of 1 connector' })).toContainText('1 of 1 started');
  const kept = page.getByRole('region', { name: 'What became of your changes' });
  await expect(kept).toContainText(/^Run of 2 connectors: .* 2 failed/);
  expect(await simulator.callsOf('W6')).toHaveLength(3);
});

test('a bulk that is cancelled shows what was done and what was not sent, each by its share', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const limit = { status: 429, headers: { 'retry-after': '600' } };
  await simulator.faults([{ operation: 'W7', from: 2, fault: limit }]);
  await disable(page, workspace, ['Northwind Commerce', 'Contoso Data Lake']);
  const bar = page.getByRole('progressbar', { name: 'Disabling 2 connectors' });
  await expect(page.getByText(/^1 of 2 done · 1 to go · waiting until/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the rest' }).click();

  await expect(page.getByText('1 of 2 done · 1 not sent · cancelled')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Disabling 2 connectors' })).toBeFocused();
  await expect(bar).toHaveAttribute('aria-valuetext', '1 of 2 done · 1 not sent');
  expect(await sharesOf(bar)).toEqual([0.5, 0.5]);
  await examinePage(page, 'bulk-cancelled');

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  const entry = page.getByRole('button', { name: /^Disabling 2 connectors/ });
  await expect(entry).toHaveAccessibleName(/Cancelled .*1 of 2 done · 1 not sent$/);
});

async function disable(page: Page, { id }: { id: string }, names: readonly string[]): Promise<void> {
  await page.goto(`/w/${id}/connectors`);
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: `Disable ${names.length} connectors` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable', exact: true }).click();
}

/** How much of the bar each of its parts takes, to the nearest tenth; those that take nothing are left out. */
async function sharesOf(bar: Locator): Promise<number[]> {
  return bar.evaluate((whole) =>
    [...whole.children]
      .map((part) => Math.round((part.clientWidth / whole.clientWidth) * 10) / 10)
      .filter((share) => share > 0),
  );
}

async function topOf(place: Locator): Promise<number | undefined> {
  return (await place.boundingBox())?.y;
}
