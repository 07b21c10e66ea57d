import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

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
  await expect(table.getByRole('row').nth(1).getByRole('cell').nth(4)).toHaveText(/ Production$/);
});

test('a connector that never ran says how its members come to be', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Margie Travel Onboarding');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { name: 'No member yet' })).toBeVisible();
});

test('for an organization of AWS the page says that the gateway lists no members', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Commerce');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(
    page.getByRole('heading', { name: 'The gateway offers no list of AWS members' }),
  ).toBeVisible();
});

test('a list of members that could not be read says so and is asked for again', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A14', fault: { status: 500 } }]);
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await simulator.faults([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Members' }).getByRole('row')).toHaveCount(8);
});
