import { walkToReview } from './fixtures/azure-wizard.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

test('a connector is run from the list, once however often the button is pressed, and seen to its end', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name%3A"Northwind%20Production"`);
  const row = page.getByRole('row', { name: 'Northwind Production' });
  await expect(row).toContainText('Succeeded');
  await row.getByRole('button', { name: 'Run Northwind Production' }).dblclick();

  await expect(row).toContainText(/Pending|Queued|Running/);
  await simulator.advance(15);
  await expect(row).toContainText('Succeeded', { timeout: 20_000 });
  const runs = (await simulator.journal()).filter(({ operation }) => operation === 'A7');
  expect(runs).toHaveLength(1);
});

test('a connector is run from its page, which shows how far the job is until it ends', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await page.getByRole('button', { name: 'Run', exact: true }).click();

  const operation = page.getByRole('list', { name: 'Run of Northwind Production' });
  await expect(operation).toContainText('The gateway accepted the run, done');
  await expect(page.getByRole('list', { name: 'Progress of the job' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await simulator.advance(15);
  await expect(page.getByRole('list', { name: 'Progress of the job' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(operation).toHaveCount(0);
});

test('a run whose answer is lost is found by reading, and says so', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  test.setTimeout(90_000);
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: { drop: 'after-commit' } }]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();

  const operation = page.getByRole('list', { name: 'Run of Northwind Production' });
  await expect(operation).toContainText('No answer came. Reading the gateway to find out what happened');
  await expect(operation).toContainText('No answer came, but the run began: found by reading', {
    timeout: 40_000,
  });
});

test('a connector whose creation got no answer is found at the gateway and never created twice', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  test.setTimeout(90_000);
  await walkToReview(page, workspace, 'Lost answer');
  await page.getByLabel('Run it now').uncheck();
  await simulator.faults([{ operation: 'A3', fault: { drop: 'after-commit' } }]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('No answer came: checking with the gateway');
  await expect(creation).toContainText('found at the gateway after its answer was lost', { timeout: 40_000 });
  await expect(page.getByRole('heading', { name: 'Lost answer', level: 1 })).toBeVisible();
  const asked = (await simulator.journal()).filter(({ operation }) => operation === 'A3');
  expect(asked).toHaveLength(1);
});

test('a connector whose creation never arrived is called absent, even by a console that was killed meanwhile', async ({
  signedIn: page,
  simulator,
  workspace,
  console,
}) => {
  test.setTimeout(150_000);
  await walkToReview(page, workspace, 'Never arrived');
  await simulator.faults([{ operation: 'A3', fault: { drop: 'before' } }]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('No answer came: checking with the gateway');
  const looks = async () =>
    (await simulator.journal()).filter(({ operation, path }) => operation === 'A5' && /Never/.test(path))
      .length;
  // Each start of a console makes it look at once; the third look that finds nothing settles it.
  await expect.poll(looks, { timeout: 30_000 }).toBeGreaterThan(1);
  for (const before of [await looks(), (await looks()) + 1]) {
    await console.crash();
    await console.restart();
    await expect.poll(looks, { timeout: 30_000 }).toBeGreaterThan(before);
  }

  await expect(page.getByText('The connector was not created: it is safe to try again')).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Back to the review' }).click();
  await expect(page.getByRole('region', { name: 'Basics' })).toContainText('Never arrived');
});

test('a run that the gateway refuses says what happened and what to do', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: { status: 403 } }]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Run of Northwind Production' })).toContainText(
    'The gateway refused',
  );
  await expect(page.getByRole('alert')).toContainText('Request id');
});
