import { expect, test } from './fixtures/journey.ts';

// Tall enough for every connector of the demo: the table draws only what is in sight.
test.use({ viewport: { width: 1280, height: 1500 } });

test('a change of one connector brings the open list that row and not the list again', async ({
  signedIn: page,
  workspace,
}) => {
  const list = `/api/workspaces/${workspace.id}/connectors`;
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
  const answers: Promise<{ connectors: { name: string }[]; since?: object }>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === list && response.ok()) answers.push(response.json());
  });

  const row = page.getByRole('row', { name: 'Northwind Production' });
  await row.getByRole('button', { name: 'Actions for Northwind Production' }).click();
  await page.getByRole('menuitem', { name: 'Disable', exact: true }).click();
  await expect(row).toContainText('Disabled');

  const received = await Promise.all(answers);
  expect(received.filter(({ since }) => since === undefined)).toEqual([]);
  expect(received.flatMap(({ connectors }) => connectors.map(({ name }) => name))).toContain(
    'Northwind Production',
  );
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
});
