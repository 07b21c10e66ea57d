import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { headersFor } from './fixtures/administrator.ts';
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
  const received = answersTo(page, list);

  const row = page.getByRole('row', { name: 'Northwind Production' });
  await row.getByRole('button', { name: 'Actions for Northwind Production' }).click();
  await page.getByRole('menuitem', { name: 'Disable', exact: true }).click();
  await expect(row).toContainText('Disabled');

  await expect.poll(async () => namesIn(await received())).toContain('Northwind Production');
  expect((await received()).filter(({ since }) => since === undefined)).toEqual([]);
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
});

test('a wizard that was opened from the list reads what changes, too, and not the list again', async ({
  signedIn: page,
  console: { url },
  workspace,
}) => {
  const list = `/api/workspaces/${workspace.id}/connectors`;
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('heading', { name: 'Connectors (25)' })).toBeVisible();
  const { connectors }: List = await (await page.request.get(list, { headers: headersFor(url) })).json();
  const { cloud, id } = connectors.find(({ name }) => name === 'Northwind Production') ?? {};
  const received = answersTo(page, list);
  await page.getByRole('link', { name: 'New connector' }).click();
  await page.getByRole('link', { name: /Azure/ }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible();

  await page.request.post(`${list}/${cloud}/${id}/disable`, {
    headers: headersFor(url),
    data: { idempotencyKey: randomUUID() },
  });

  await expect.poll(async () => namesIn(await received())).toContain('Northwind Production');
  expect((await received()).filter(({ since }) => since === undefined)).toEqual([]);
});

type List = { connectors: { cloud: string; id: string; name: string }[]; since?: object };

/** What the page receives of the list from now on. */
function answersTo(page: Page, list: string): () => Promise<List[]> {
  const answers: Promise<List>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === list && response.ok()) answers.push(response.json());
  });
  return () => Promise.all(answers);
}

function namesIn(lists: readonly List[]): string[] {
  return lists.flatMap(({ connectors }) => connectors.map(({ name }) => name));
}
