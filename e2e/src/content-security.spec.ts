import { expect, test } from './fixtures/journey.ts';

test('CSP-02 a page of ours breaks no policy, and what is injected into it neither runs nor stays unnoticed', async ({
  signedIn: page,
  workspace,
  cspViolations,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await expect(page.getByRole('table', { name: 'Connectors' })).toBeVisible();
  expect(cspViolations).toEqual([]);

  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.__pwned = 1';
    document.body.append(script);
  });

  // Told twice: by the event of the page, and in the browser's console.
  await expect.poll(() => cspViolations).toHaveLength(2);
  expect(await page.evaluate(() => Reflect.get(globalThis, '__pwned'))).toBeUndefined();
  cspViolations.length = 0;
});
