import { headersFor } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';

test('a list whose failures could not all be read yet says how far that is, when it goes on, and what a filter finds', async ({
  signedIn: page,
  simulator,
  console: { url },
}) => {
  await simulator.settings({ rateLimit: { limit: 4, windowSeconds: 3600 } });
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
