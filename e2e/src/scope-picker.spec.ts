import { openScope } from './fixtures/aws-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
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
  await expect.poll(async () => new Set(await page.evaluate(markedTexts))).toEqual(new Set(['ou-']));

  await search.fill('');
  await expect.poll(() => page.evaluate(markedTexts)).toEqual([]);
});

test('TREE-7 what is included below an excluded unit is called overruled, counts nowhere, and says why', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Overruled');
  await page.getByRole('button', { name: 'Open all' }).click();
  const tree = page.getByRole('treegrid');
  const sandbox = tree.getByRole('row', { name: /^Sandbox,/ }).first();
  const below = tree.getByRole('row', { name: /^Hackathon,/ });
  const inScope = page.getByRole('status').filter({ hasText: /^In scope:/ });
  const everything = (await inScope.textContent()) ?? '';
  await sandbox.focus();
  await page.keyboard.press('-');
  await expect(sandbox).toHaveAccessibleName(/excluded here/);
  // What stands beside the tree follows it a moment later.
  await expect(inScope).not.toHaveText(everything);
  const without = (await inScope.textContent()) ?? '';

  await below.focus();
  await page.keyboard.press('+');
  await expect(below).toHaveAccessibleName(/included here, overruled by the exclusion of Sandbox/);
  await expect(below).toHaveAttribute('aria-selected', 'false');
  await expect(
    page.getByText('“Sandbox” is excluded, and with it everything below.', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('Excluding wins over including', { exact: true })).toBeVisible();
  await expect(inScope).toContainText(/^In scope: 0 of /);

  await page.keyboard.press('Shift+Space');
  await expect(below).toHaveAccessibleName(/inherits exclude from Sandbox/);
  await expect(inScope).toHaveText(without);
});

test('a chosen unit is shown in the tree from the text as well, in sight and focused', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Shown from text');
  await page.getByRole('button', { name: 'Open all' }).click();
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('+');
  const name = (await tree.getByRole('row').last().getAttribute('aria-label'))?.split(',')[0] ?? '';
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(tree).toHaveCount(0);

  await page.getByTitle(/^Show .* in the tree$/).click();

  const shown = tree.getByRole('row', { name: new RegExp(`^${name}, included here`) });
  await expect(shown).toBeFocused();
  await expect(shown).toBeInViewport();
});

/** Runs in the page: the texts that are marked, in the order of the rows. */
function markedTexts(): string[] {
  return [...(CSS.highlights.get('found') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
  );
}

test('TREE-8 a branch has a menu, by pointer and by keyboard: all of it, the unit alone, its children alone, nothing', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Branches');
  const tree = page.getByRole('treegrid');
  const root = tree.getByRole('row').first();
  const chosen = page.getByRole('status').filter({ hasText: /^In scope:/ });
  await root.focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Branch of Root' });
  await expect(menu.getByRole('menuitem', { name: 'All in this branch' })).toBeFocused();
  await examinePage(page, 'scope-branch-menu');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(chosen).toHaveText(/^In scope: 1 of \d+ units\./);

  await root.hover();
  await root.getByRole('button', { name: 'Branch of Root' }).click();
  await menu.getByRole('menuitem', { name: 'Children only' }).click();
  await expect(root).toHaveAccessibleName(/not in scope/);
  await expect(chosen).not.toHaveText(/^In scope: 1 of/);
  await root.getByRole('button', { name: 'Branch of Root' }).click();
  await menu.getByRole('menuitem', { name: 'Clear branch' }).click();
  await expect(root).not.toHaveAccessibleName(/not in scope/);
});

test('TREE-10 a choice while searching says that it covers what the search hides, and clearing the search restores what was open', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Searched');
  await page.getByRole('button', { name: 'Open all' }).click();
  const rows = page.getByRole('treegrid');
  const opened = await rows.getAttribute('aria-rowcount');
  await page.getByLabel('Search units').fill('pilot');
  await expect(page.getByText('A choice covers the whole branch, also what the search hides.')).toBeVisible();
  await expect(page.getByText(/^\d+ match(es)? in \d+ units$/)).toBeVisible();
  await page.getByLabel('Search units').fill('');
  await expect(rows).toHaveAttribute('aria-rowcount', opened ?? '');
});
