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

  await expect(tree.locator('mark:not(:empty)').first()).toBeVisible();
  await expect(first).toBeInViewport();
});
