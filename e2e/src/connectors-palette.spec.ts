/** The palette and the keys: every place, connector and action without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { headersFor, signIn } from './fixtures/administrator.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { makeViewer } from './fixtures/viewer.ts';

test('Ctrl-K leads to places and, by name or id, to the connectors of every workspace', async ({
  signedIn: page,
  console: { url },
  simulator,
  workspace,
}) => {
  const { apiServerUrl, gatewayUrl } = { apiServerUrl: simulator.url, gatewayUrl: simulator.url };
  const { clientId, clientSecret } = simulator;
  const other = await page.request.post(`${url}/api/workspaces`, {
    headers: headersFor(url),
    data: {
      name: 'Other subscription',
      platform: 'custom',
      apiServerUrl,
      gatewayUrl,
      clientId,
      clientSecret,
    },
  });
  expect(other.status()).toBe(201);
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toContainText('Wingtip Streaming');

  const box = await openPalette(page);
  await expect(page.getByRole('option', { name: 'Connectors', exact: true })).toBeVisible();
  await examinePage(page, 'palette');
  await box.fill('activ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();

  await (await openPalette(page)).fill('production northw other');
  await expect(page.getByRole('option')).toHaveText([/^Northwind Production.*Other subscription/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  const { id } = await other.json();
  await expect(page).toHaveURL(new RegExp(`/w/${id}/connectors/azure/`));

  const connectorId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await (await openPalette(page)).fill(connectorId);
  await expect(page.getByRole('option', { name: /^Northwind Production/ })).toHaveCount(2);
  await page.getByRole('combobox').fill('nothing has these words');
  await expect(page.getByRole('dialog')).toContainText('Nothing here has these words');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette runs, changes and deletes a connector, each with the question or the reason that its button has', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await expect(page.getByRole('button', { name: 'Disable', exact: true })).toBeEnabled();
  await page.goto(`/w/${workspace.id}/activity`);

  await (await openPalette(page)).fill('enable northwind prod');
  const enable = page.getByRole('option', { name: /^Enable Northwind Production/ });
  await expect(enable).toHaveAttribute('aria-disabled', 'true');
  await expect(enable).toContainText('It is enabled already.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();

  await paletteBox(page).fill('disable northwind prod');
  await expect(page.getByRole('option', { name: /^Disable Northwind Production/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Disabled');
  expect((await simulator.journal()).filter(({ operation }) => operation === 'A10')).toHaveLength(1);

  await (await openPalette(page)).fill('run');
  await expect(page.getByRole('option', { name: /^Run Northwind Production/ })).toContainText(
    'It is disabled: the gateway runs enabled connectors only.',
  );
  await paletteBox(page).fill('delete northwind prod');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete connector' });
  await question.getByRole('textbox').fill('Northwind Production');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Northwind Production was deleted');
});

test('the palette refuses a viewer what the buttons refuse, with the same reason', async ({
  page,
  console: running,
  workspace,
}) => {
  await signIn(page.request, running.url, await makeViewer(running));
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toContainText('Wingtip Streaming');
  const box = await openPalette(page);
  for (const typed of ['new connector', 'run northwind prod', 'edit a connector', 'connect a workspace']) {
    await box.fill(typed);
    const [first] = await page.getByRole('option').all();
    await expect(page.getByRole('option').first(), typed).toHaveAttribute('aria-disabled', 'true');
    await expect(first ?? box, typed).toContainText(/This needs the role (operator|admin)/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
  }
});

test('LIST-19 rows are walked, selected and opened by single keys, which never fire in a field and can be turned off', async ({
  signedIn: page,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  const table = page.getByRole('table', { name: 'Connectors' });
  await expect(table).toContainText('Wingtip Streaming');
  const focusedRow = table.getByRole('row').filter({ has: page.locator(':focus') });
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const selected = page.getByRole('region', { name: 'Selected connectors' });
  await expect(selected).toContainText('3');
  await page.keyboard.press('k');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press('Escape');
  await expect(table.getByRole('checkbox', { checked: true })).toHaveCount(0);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toContainText('Next row, previous row');
  await examinePage(page, 'keys');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await page.keyboard.type('jx?');
  await expect(page.getByRole('combobox', { name: 'Filter connectors' })).toHaveValue('jx?');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Filter connectors' })).toHaveValue('');

  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await help.getByRole('switch', { name: 'Shortcuts of a single key' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Wingtip Streaming' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('?');
  await expect(help).toHaveCount(0);
  await expect(table.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Wingtip Streaming', level: 1 })).toBeVisible();
});

async function openPalette(page: Page): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Go to…' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = paletteBox(page);
  await expect(box).toBeFocused();
  return box;
}

function paletteBox(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Place, connector or action' });
}
