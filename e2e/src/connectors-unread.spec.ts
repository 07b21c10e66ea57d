import { headersFor } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';

test('a list whose failures could not all be read yet says how far that is, when it goes on, and what a filter finds', async ({
  signedIn: page,
  simulator,
  console: { url },
}) => {
  await simulator.settings({ rateLimit: { limit: 3, windowSeconds: 3600 } });
  const answer = await page.request.post('/api/workspaces', {
    headers: headersFor(url),
    data: {
      name: 'Few calls',
      platform: 'custom',
      apiServerUrl: simulator.url,
      gatewayUrl: simulator.url,
      clientId: simulator.clientId,
      clientSecret: simulator.clientSecret,
    },
  });
  const { id }: { id: string } = await answer.json();
  await page.goto(`/w/${id}/connectors`);
  const line = page.getByRole('status').filter({ hasText: /Errors read for \d of 11 failing connectors/ });
  await expect(line).toContainText(/The others follow from (\d+ \w+, )?\d\d:\d\d,/, { timeout: 60_000 });
  await examinePage(page, 'connectors-errors-unread');
});

test('connectors that the gateway’s list lacks and the gateway still knows are marked in the list', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name:Northwind*`);
  const row = page.getByRole('row', { name: 'Northwind Production' });
  await expect(row).toBeVisible();
  const body = { content: [], hasNext: false };
  await simulator.faults([{ operation: 'A5', fault: { status: 200, body } }]);
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(row).toContainText('Not in list', { timeout: 3000 });
  }).toPass();
  await expect(row.getByTitle(/it is still there/)).toBeVisible();
  await expect(page.getByRole('row', { name: 'Northwind Commerce' })).not.toContainText('Not in list');
  await examinePage(page, 'connectors-unlisted');
});
