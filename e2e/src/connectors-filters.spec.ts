import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';

// Tall enough for every connector of the demo: the table draws only what is in sight.
test.use({ viewport: { width: 1280, height: 1500 } });

test('trouble stands first, and the counts above the list are filters that are pressed on and off', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
  await expect(page.getByText('Trouble first')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'State' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Errors');

  const counts = page.getByRole('group', { name: 'Filter by state and cloud' });
  const errors = counts.getByRole('button', { name: 'Errors 11' });
  await expect(errors).toHaveAttribute('aria-pressed', 'false');
  await errors.click();
  await expect(page).toHaveURL(/filter=state(%3A|:)errors$/);
  await expect(page.getByRole('heading', { name: 'Connectors (11 of 25)' })).toBeVisible();
  await expect(errors).toHaveAttribute('aria-pressed', 'true');
  await counts.getByRole('button', { name: 'Azure 6' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors (6 of 25)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove cloud: azure' })).toBeVisible();
  await examinePage(page, 'connectors-counts');

  await counts.getByRole('button', { name: /^Errors/ }).click();
  await expect(page.getByRole('heading', { name: 'Connectors (14 of 25)' })).toBeVisible();
});

test('a mistyped value of the filter is offered as it was meant, and what is not wanted is left out', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=state:erors`);
  await page.getByRole('button', { name: 'Did you mean errors?' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors (11 of 25)' })).toBeVisible();
  await expect(page).toHaveURL(/filter=state(%3A|:)errors$/);

  const filter = page.getByRole('combobox', { name: 'Filter connectors' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('-cloud:azure ');
  await expect(page.getByRole('button', { name: 'Remove not cloud: azure' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connectors (5 of 25)' })).toBeVisible();
});

test('the newest error shows its cause and the gateway’s words to the keyboard, and leads to the errors', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const row = page.getByRole('row', { name: 'Wingtip Streaming' });
  await row.getByRole('link', { name: 'Wingtip Streaming' }).focus();
  await page.keyboard.press('Tab');
  const bubble = row.getByRole('tooltip').filter({ hasText: 'The client secret has expired' });
  await expect(bubble).toBeVisible();
  await expect(bubble).toContainText('AADSTS7000222');
  await page.keyboard.press('Escape');
  await expect(bubble).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/last-job$/);
});

test('a row that a change takes out of the filter stays in view, chosen, until the user moves on', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=state:errors`);
  const heading = (text: string) => page.getByRole('heading', { name: `Connectors ${text}` });
  await expect(heading('(11 of 25)')).toBeVisible();
  const names = ['Tailspin Games', 'Tailspin Tenant'];
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Disable 2 connectors' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable', exact: true }).click();

  const notice = page.getByRole('status').filter({ hasText: '2 rows no longer match' });
  await expect(notice).toBeVisible();
  for (const name of names) {
    await expect(page.getByRole('row', { name })).toContainText('Disabled');
    await expect(page.getByRole('checkbox', { name: `Select ${name}` })).toBeChecked();
  }
  await expect(page.getByRole('region', { name: 'Selected connectors' })).toContainText('2 selected');
  await expect(page.getByRole('button', { name: 'Errors 9' })).toHaveAttribute('aria-pressed', 'true');
  await examinePage(page, 'connectors-held');

  await page.getByRole('button', { name: 'Show the current matches' }).click();
  await expect(heading('(9 of 25)')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tailspin Games' })).toHaveCount(0);
  await expect(notice).toHaveCount(0);
});

test('the header chooses the rows in view first, then all that match are offered, and a cut row shows that more follow', async ({
  signedIn: page,
  workspace,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`/w/${workspace.id}/connectors`);
  const header = page.getByRole('checkbox', { name: 'Select the rows in view' });
  await header.check();
  const bar = page.getByRole('region', { name: 'Selected connectors' });
  await expect(bar).toContainText('10 selected');
  const frame = page.getByRole('group', { name: 'Connectors, scrollable' });
  const beyondHeader = await frame.evaluate(({ clientHeight }) => clientHeight - 34);
  expect(beyondHeader % 40, 'pixels of the last row that show').toBe(20);

  await bar.getByRole('button', { name: 'Select all 25 that match' }).click();
  await expect(bar).toContainText('25 selected');
  await expect(header).toBeChecked();
  await header.uncheck();
  await expect(bar).toHaveCount(0);
});
