import { openScope } from './fixtures/aws-wizard.ts';
import { expect, test } from './fixtures/journey.ts';

test('what a search finds is shown from its first row, however far the tree was scrolled', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Scrolled');
  await page.getByRole('button', { name: 'Open all' }).click();
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row').first().focus();
  await page.keyboard.press('End');
  const last = tree.getByRole('row').last();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  const first = tree.locator('[aria-rowindex="1"]');
  await expect(first).not.toBeInViewport();

  await page.getByLabel('Search units').fill('o');

  await expect.poll(() => page.evaluate(markedTexts)).toContain('o');
  await expect(first).toBeInViewport();
});

test('TREE-9 what was searched for is marked in each name and id that has it, and nothing else', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Marked');
  const search = page.getByLabel('Search units');
  await search.fill('ROOT');

  await expect.poll(() => page.evaluate(markedTexts)).toEqual(['Root']);

  await search.fill('ou-');
  await expect.poll(() => page.evaluate(markedTexts)).toContain('ou-');
  const marked = await page.evaluate(markedTexts);
  expect(new Set(marked)).toEqual(new Set(['ou-']));

  await search.fill('');
  await expect.poll(() => page.evaluate(markedTexts)).toEqual([]);
});

/** Runs in the page: the texts that are marked, in the order of the rows. */
function markedTexts(): string[] {
  return [...(CSS.highlights.get('found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
  );
}
