import type { Locator, Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

const ofEachCloud = [
  { cloud: 'Azure', name: 'Northwind Production', deleting: 'A16', reading: 'A6' },
  { cloud: 'AWS', name: 'Northwind Commerce', deleting: 'W9', reading: 'W4' },
];

for (const { cloud, name, deleting, reading } of ofEachCloud) {
  test(`a connector of ${cloud} is deleted from the list by its name, after what goes with it was read`, async ({
    signedIn: page,
    simulator,
    workspace,
  }) => {
    await page.goto(`/w/${workspace.id}/connectors?sort=name`);
    const row = page.getByRole('row', { name });
    await row.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete connector' });
    await expect(dialog.getByRole('list', { name: 'What goes with it' })).toContainText(
      /\d+ members are detached, which keep running on their own/,
    );
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await examinePage(page, `delete-connector-${cloud.toLowerCase()}`);

    const confirm = dialog.getByRole('button', { name: 'Delete', exact: true });
    await dialog.getByRole('textbox').fill(`${name} 2`);
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog.getByText(`This is not ${name}.`)).toBeVisible();
    await dialog.getByRole('textbox').fill(name);
    await confirm.dblclick();

    await expect(page.getByText(`${name} was deleted.`)).toBeVisible();
    await expect(row).toHaveCount(0);
    await expect(page.getByRole('table').getByRole('link').and(page.locator(':focus'))).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'Connectors (24)' })).toBeVisible();
    expect(await simulator.callsOf(deleting)).toHaveLength(1);
  });

  test(`a deletion of ${cloud} whose answer is lost keeps its page until reading finds it gone, then leads to the list`, async ({
    signedIn: page,
    simulator,
    workspace,
  }) => {
    await openConnector(page, workspace, name);
    const confirm = await askOnPage(page, name);
    await simulator.faults([
      { operation: deleting, fault: { drop: 'after-commit' } },
      { operation: reading, fault: { status: 503 } },
    ]);
    await confirm.click();

    await expect(page.getByRole('list', { name: `Deleting ${name}` })).toContainText(
      'No confirmation came. Reading the gateway to find out what happened',
    );
    await simulator.faults([]);
    await expect(page.getByText(`${name} was deleted.`)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Connectors (24)' })).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page).toHaveURL(/\/connectors$/);
    expect(await simulator.callsOf(deleting)).toHaveLength(1);
  });
}

test('a row that goes while its deletion is being asked leaves the keyboard where the row stood', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('button', { name: 'Actions for Northwind Commerce' }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete connector' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  const other = await page.context().newPage();
  await openConnector(other, workspace, 'Northwind Commerce');
  await deleteOnPage(other, 'Northwind Commerce');

  await expect(page.getByRole('heading', { name: 'Connectors (24)' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const next = page.getByRole('row').filter({ has: page.locator(':focus') });
  await expect(next).toContainText('Northwind Production');
});

test('a connector that is deleted on its page leads back to the list, which says so', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Commerce');
  await deleteOnPage(page, 'Northwind Commerce');

  await expect(page.getByText('Northwind Commerce was deleted.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Connectors (24)' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Northwind Commerce' })).toHaveCount(0);
  await examinePage(page, 'connector-deleted');
});

test('what goes with a deletion and cannot be read is asked for again, or taken on knowingly', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A5', fault: { status: 403 } }]);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: 'Delete', exact: true });
  await expect(dialog.getByRole('alert')).toContainText('Request id');
  await dialog.getByRole('textbox').fill('Northwind Production');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await examinePage(page, 'delete-connector-unread');

  await dialog.getByLabel('Delete it without knowing what goes with it').check();
  await expect(confirm).not.toHaveAttribute('aria-disabled');
  await dialog.getByLabel('Delete it without knowing what goes with it').uncheck();
  await simulator.faults([]);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('list', { name: 'What goes with it' })).toContainText('7 members');
  await expect(confirm).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeFocused();
  expect(await simulator.callsOf('A16')).toHaveLength(0);
});

test('a deletion that the gateway refuses leaves the connector on its page, with the reason', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A16', fault: { status: 403 } }]);
  await deleteOnPage(page, 'Northwind Production');

  await expect(page.getByRole('list', { name: 'Deleting Northwind Production' })).toContainText(
    'The gateway refused',
  );
  await expect(page.getByRole('alert')).toContainText('Request id');
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
});

async function deleteOnPage(page: Page, name: string): Promise<void> {
  await (await askOnPage(page, name)).click();
}

/** Fills in the dialog, and answers with the button that confirms it. */
async function askOnPage(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('list', { name: 'What goes with it' })).toBeVisible();
  await dialog.getByRole('textbox').fill(name);
  return dialog.getByRole('button', { name: 'Delete', exact: true });
}
