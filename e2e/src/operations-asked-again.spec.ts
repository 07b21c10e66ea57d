import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

const LOST = {
  code: 'unavailable',
  message: 'The console lost its database while it recorded this change.',
  requestId: 'lost',
};

test('a change of which the console cannot tell whether it was recorded is the same one when it is asked for again', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  const keys: unknown[] = [];
  await page.route('**/disable', async (route) => {
    keys.push(route.request().postDataJSON().idempotencyKey);
    if (keys.length > 1) return route.continue();
    return route.fulfill({ status: 503, json: LOST });
  });
  const disable = page.getByRole('button', { name: 'Disable', exact: true });
  await disable.click();
  await expect(page.getByText(LOST.message)).toBeVisible();

  await disable.click();

  await expect.poll(() => keys.length).toBe(2);
  expect(keys[1]).toBe(keys[0]);
  await expect(page.getByRole('button', { name: 'Enable', exact: true })).toBeVisible();
});
