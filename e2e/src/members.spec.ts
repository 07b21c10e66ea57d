import type { MemberSight } from '@console/gateway-simulator';
import type { Page } from '@playwright/test';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import type { Simulator } from './fixtures/simulator-process.ts';

test('the members of a tenant stand with their state, their group and their modules', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await page.getByRole('link', { name: 'Members' }).click();
  const table = page.getByRole('table', { name: 'Members' });
  await expect(table.getByRole('row')).toHaveCount(8);
  await expect(table.getByRole('row').nth(1)).toContainText(/nw-prod_.+ Production 0\d/);
  await expect(table.getByRole('row').nth(1)).toContainText('Succeeded');
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(5)).toHaveText(/ Production$/);
});

test('while the gateway is down the members stand as they were last seen, and an edit says why it cannot begin', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await page.getByRole('link', { name: 'Members' }).click();
  const rows = page.getByRole('table', { name: 'Members' }).getByRole('row');
  await expect(rows).toHaveCount(8);
  await simulator.faults(['A6', 'A14'].map((operation) => ({ operation, fault: { status: 503 } })));

  await page.reload();
  await expect(page.getByText(/7 members · as of .+, as the gateway does not answer/)).toBeVisible();
  await expect(rows).toHaveCount(8);
  await examinePage(page, 'members-gateway-down');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Edit connector \d+$/, level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the connector' }).click();
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
});

test('the subscriptions behind members stand in the list and find them, where the gateway tells them', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ memberIdentifiers: 'account' });
  await openMembers(page, workspace, 'Northwind Production');
  const rows = page.getByRole('table', { name: 'Members' }).getByRole('row');
  await expect(rows).toHaveCount(8);
  const member = await sightOf(simulator, ({ name }) => name.startsWith('nw-prod_'));
  await expect(page.getByRole('columnheader', { name: 'Subscription' })).toBeVisible();
  await examinePage(page, 'members-subscriptions');
  await page.getByRole('searchbox', { name: 'Filter members' }).fill(member.accountId);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(member.name);
});

test('a connector whose capabilities have different identifiers says what that has led to, and what to do', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));
  const apps = ['AI', 'CI'].map((name, at) => ({ name, identifier: `id-${at}` }));
  const body = { id, name: 'Northwind Production', state: 'FINISHED_SUCCESS', connectorAppInfos: apps };
  await simulator.faults([{ operation: 'A6', fault: { status: 200, body } }]);
  const warning = page.getByRole('status').filter({ hasText: 'different identifiers' });
  // What was read a moment ago is shown again.
  await expect(async () => {
    await page.reload();
    await expect(warning).toContainText('Compare its assets with the cloud', { timeout: 3000 });
  }).toPass();
  await examinePage(page, 'connector-app-identifiers');
});

test('a connector that never ran says how its members come to be', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Margie Travel Onboarding');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { name: 'No member yet' })).toBeVisible();
});

test('an organization of AWS says calmly that the gateway has no list of its members', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Commerce');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { name: 'No member seen yet' })).toBeVisible();
  await expect(page.getByText(/^\d+ members by the list, 0 of them seen · as of /)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'This list may be incomplete.' })).toBeVisible();
  await examinePage(page, 'members-aws-none');

  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText('not reported by the gateway')).not.toHaveCount(0);
  await examinePage(page, 'connector-aws-untold');
});

test('several members of a tenant are detached in one call, and one is attached again by its id', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openMembers(page, workspace, 'Northwind Production');
  const table = page.getByRole('table', { name: 'Members' });
  const name = ((await table.getByRole('row').nth(1).getByRole('cell').nth(1).textContent()) ?? '').trim();
  for (const row of [1, 2]) await table.getByRole('row').nth(row).getByRole('checkbox').check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Detach', exact: true }).click();
  const confirmation = page.getByRole('alertdialog', { name: 'Detach members' });
  await expect(confirmation).toContainText('Detaches 2 members');
  await expect(confirmation).toContainText('They keep running on their own');
  await examinePage(page, 'detach-members');
  await confirmation.getByRole('button', { name: 'Detach' }).click();

  const detaching = page.getByRole('list', { name: 'Detaching members from Northwind Production' });
  await expect(detaching).toContainText('The members are detached and run on their own, done');
  await expect(table.getByRole('row')).toHaveCount(6);
  expect(await simulator.callsOf('A12')).toHaveLength(1);

  const { id } = await sightOf(simulator, (member) => member.name === name);
  await page.getByRole('button', { name: 'Attach a member' }).click();
  const dialog = page.getByRole('dialog', { name: 'Attach a member' });
  await dialog.getByRole('textbox').fill('not an id');
  await dialog.getByRole('textbox').press('Enter');
  await expect(dialog.getByText('digits only')).toBeVisible();
  await dialog.getByRole('textbox').fill(String(id));
  await dialog.getByRole('textbox').press('Enter');
  await expect(dialog.getByText('This member may join this connector')).toBeVisible();
  await examinePage(page, 'attach-member');
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();

  await expect(page.getByRole('list', { name: 'Attaching a member to Northwind Production' })).toContainText(
    'The member is attached, done',
  );
  await expect(table.getByRole('row', { name })).toBeVisible();
});

test('a member of another connector may not join this one, and the dialog says so before anything is sent', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openMembers(page, workspace, 'Northwind Production');
  const { id } = await sightOf(simulator, ({ name }) => name.startsWith('tailspin_'));
  await page.getByRole('button', { name: 'Attach a member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(String(id));
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(dialog.getByText('This member may not join this connector')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Attach', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await dialog.getByRole('textbox').fill('999999999');
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The gateway knows no connector with this id');
  await expect(dialog.getByRole('alert')).toContainText('Request id');
  const own = await sightOf(simulator, ({ name }) => name.startsWith('nw-prod_'));
  await dialog.getByRole('textbox').fill(String(own.id));
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(dialog.getByText(`${own.name} is already a member here.`)).toBeVisible();
  expect(await simulator.callsOf('A11')).toHaveLength(0);
});

test('AWS members are attached by UUID, remembered, and detached one after the other', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openMembers(page, workspace, 'Contoso Data Lake');
  const free = (await simulator.members()).filter(
    ({ cloud, connectorId }) => cloud === 'aws' && connectorId === null,
  );
  expect(free.length).toBeGreaterThan(1);
  const table = page.getByRole('table', { name: 'Members' });
  for (const { uuid, name } of free.slice(0, 2)) {
    await page.getByRole('button', { name: 'Attach a member' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('UUID of the member').fill(uuid);
    await dialog.getByRole('button', { name: 'Look up' }).click();
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(table.getByRole('row', { name })).toContainText('Yes');
  }
  await page.reload();
  await expect(table.getByRole('row')).toHaveCount(3);
  await examinePage(page, 'members-aws');

  await table.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Detach', exact: true }).click();
  const confirmation = page.getByRole('alertdialog');
  await expect(confirmation).toContainText('one after the other');
  await confirmation.getByRole('button', { name: 'Detach' }).click();

  await expect(page.getByRole('heading', { name: 'Contoso Data Lake', level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Detaching: 2 of 2 done' })).toBeVisible();
  for (const { name } of free.slice(0, 2)) {
    await expect(table.getByRole('row', { name })).toContainText('Detached');
  }
  await examinePage(page, 'members-aws-detached');
  const [again] = free;
  await page.getByRole('button', { name: 'Attach a member' }).click();
  await page.getByLabel('UUID of the member').fill(again?.uuid ?? '');
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText(`${again?.name} may join this connector`)).toBeVisible();
  await examinePage(page, 'attach-found');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await simulator.callsOf('W8')).toHaveLength(2);
});

test('an AWS member that the console never saw is detached by its id, and shown from then on', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openMembers(page, workspace, 'Northwind Commerce');
  const member = (await simulator.members()).find(
    ({ cloud, connectorId, name }) => cloud === 'aws' && connectorId !== null && name.startsWith('nw-'),
  );
  if (member === undefined) throw new Error('The demo world has no such member.');
  await page.getByRole('button', { name: 'Detach by id' }).click();
  const dialog = page.getByRole('dialog', { name: 'Detach a member by its id' });
  await dialog.getByRole('textbox').fill(member.uuid);
  await dialog.getByRole('textbox').press('Enter');
  await expect(dialog.getByText('digits only')).toBeVisible();
  await examinePage(page, 'detach-by-id');
  await dialog.getByRole('textbox').fill(String(member.id));
  await dialog.getByRole('button', { name: 'Detach' }).click();

  const row = page.getByRole('table', { name: 'Members' }).getByRole('row', { name: member.name });
  await expect(row).toContainText('Detached');
  expect(await simulator.callsOf('W8')).toHaveLength(1);
});

test('an AWS member that is not detached ends the row of them, and says which are left', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openMembers(page, workspace, 'Contoso Data Lake');
  const free = (await simulator.members()).filter(
    ({ cloud, connectorId }) => cloud === 'aws' && connectorId === null,
  );
  const table = page.getByRole('table', { name: 'Members' });
  for (const { uuid, name } of free.slice(0, 2)) {
    await page.getByRole('button', { name: 'Attach a member' }).click();
    await page.getByLabel('UUID of the member').fill(uuid);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(table.getByRole('row', { name })).toBeVisible();
  }
  await simulator.faults([{ operation: 'W8', fault: { status: 403 } }]);
  await table.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Detach', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Detach' }).click();

  await expect(page.getByRole('heading', { name: 'Detaching: 0 of 2 done' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Request id');
  await expect(page.getByText('Those that were not begun are still attached')).toBeVisible();
  await examinePage(page, 'members-aws-detach-failed');
  expect(await simulator.callsOf('W8')).toHaveLength(1);
});

test('a list of members that could not be read says so and is asked for again', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A14', fault: { status: 500 } }]);
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await simulator.faults([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Members' }).getByRole('row')).toHaveCount(8);
});

async function openMembers(page: Page, workspace: { id: string }, connector: string): Promise<void> {
  await openConnector(page, workspace, connector);
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('button', { name: 'Attach a member' })).toBeVisible();
}

async function sightOf(simulator: Simulator, is: (member: MemberSight) => boolean): Promise<MemberSight> {
  const found = (await simulator.members()).find(is);
  if (found === undefined) throw new Error('The vendor has no such member.');
  return found;
}
