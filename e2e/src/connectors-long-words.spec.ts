import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

test('a state and a capability of any length make no page wider than its window', async ({
  signedIn: page,
  workspace,
}) => {
  const endless = 'WAITING_FOR_'.repeat(40);
  await page.route('**/api/workspaces/*/connectors/azure/*', async (route) => {
    const answer = await route.fetch();
    const { connector, ...reading } = await answer.json();
    const odd = { state: 'unknown', stateText: endless, capabilities: ['AI', endless] };
    await route.fulfill({ response: answer, json: { ...reading, connector: { ...connector, ...odd } } });
  });
  await openConnector(page, workspace, 'Northwind Production');
  await expect(page.getByText(endless).first()).toBeVisible();

  await examinePage(page, 'endless-words');
});
