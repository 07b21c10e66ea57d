import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

test('a state and a capability of any length make no page wider than its window', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const endless = 'WAITING_FOR_'.repeat(40);
  const row = { id: 7001, name: 'Endless', state: endless, connectorCapabilities: ['AI', endless] };
  await simulator.faults([
    { operation: 'A5', fault: { status: 200, body: { content: [row], hasNext: false } } },
    { operation: 'A6', fault: { status: 200, body: row } },
  ]);

  await openConnector(page, workspace, 'Endless');

  await expect(page.getByText(endless).first()).toBeVisible();
  await examinePage(page, 'endless-words');
});
