/** Drafts in more than one place: what a person sees of an unfinished wizard in another tab, or in another's hands. */
import { administrator } from './fixtures/administrator.ts';
import { openScope } from './fixtures/aws-wizard.ts';
import { openWizard, walkToReview } from './fixtures/azure-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';

test('a draft whose connector is being created says so in every tab, and is not offered to be created twice', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await walkToReview(page, workspace, 'Asked for once');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  const place = page.url();
  await simulator.faults([
    { operation: 'A3', fault: { drop: 'before' } },
    { operation: 'A5', from: 2, fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('list', { name: 'Creation' })).toContainText('Checking with the gateway');

  const other = await page.context().newPage();
  await other.goto(place);
  const notice = other.getByRole('status').filter({ hasText: '“Asked for once” is being created' });
  await expect(notice).toContainText(`${administrator.name} asked for it.`);
  const create = other.getByRole('button', { name: 'Create connector' });
  await expect(create).toHaveAttribute('aria-disabled', 'true');
  await expect(create).toHaveAccessibleDescription('It is being created already.');
  await examinePage(other, 'wizard-being-created');
  await other.getByRole('link', { name: 'See how far it is' }).click();
  await expect(other.getByRole('list', { name: 'Creation' })).toContainText('Checking with the gateway');
  await other.goBack();
  await expect(notice).toBeVisible();

  await other.goto(`/w/${workspace.id}/connectors/new/azure`);
  await other.getByLabel('Name', { exact: true }).fill('Asked for once');
  await expect(other.getByText('A connector called “Asked for once” is being created')).toBeVisible();
  await other.goto(`/w/${workspace.id}/connectors/new`);
  await expect(other.getByText(/^Being created · asked for by/)).toBeVisible();
  await examinePage(other, 'drafts-being-created');
  await other.getByRole('link', { name: 'See how far it is: Asked for once' }).click();
  await expect(other.getByRole('heading', { name: 'Creating Asked for once' })).toBeVisible();
  expect(await simulator.callsOf('A3')).toHaveLength(1);
});

test('a draft that is open while its connector is created elsewhere leads to that connector', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await walkToReview(page, workspace, 'Created elsewhere');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel('Run it now').uncheck();
  await simulator.faults([
    { operation: 'A3', fault: { drop: 'after-commit' } },
    { operation: 'A5', from: 2, fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const notice = (what: string) =>
    other.getByRole('status').filter({ hasText: `“Created elsewhere” ${what}` });
  await expect(notice('is being created')).toBeVisible();
  await simulator.faults([]);
  await expect(notice('was created')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Create connector' })).toHaveAccessibleDescription(
    'It has been created already.',
  );
  await other.getByRole('link', { name: 'Open the connector' }).click();
  await expect(other.getByRole('heading', { name: 'Created elsewhere', level: 1 })).toBeVisible();
});

test('the test of an AWS draft holds wherever it is opened, and one that is missing is no error', async ({
  signedIn: page,
  workspace,
}) => {
  await openScope(page, workspace, 'Tested once');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  const place = page.url();
  const other = await page.context().newPage();
  await other.goto(place);
  await expect(other.getByRole('treegrid', { name: 'Scope' })).toBeVisible();
  const organization = other.getByRole('link', { name: /^Organization/ });
  await expect(organization).toHaveAccessibleName(/complete/);

  await other.getByRole('link', { name: /^Basics/ }).click();
  await other.getByLabel('Name', { exact: true }).fill('Tested under another name');
  await expect(organization).toHaveAccessibleName(/to be tested again/);
  await expect(other.getByText(/^Draft saved/)).toBeVisible();
  await other.reload();
  await expect(organization).toHaveAccessibleName(/not tested yet/);
  await expect(other.getByText('Not tested yet', { exact: true })).toBeVisible();
  await examinePage(other, 'aws-wizard-not-tested');
});

test('what was typed just before the page is loaded again is still there', async ({
  signedIn: page,
  workspace,
}) => {
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Typed and gone');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(page).toHaveURL(/new\/drafts\//);
  const description = page.getByLabel('Description');
  for (const text of ['Typed in the last moment', 'And once more']) {
    await description.fill(text);
    // Loaded once more where the page was quicker than the save: what was lost does not come back by that.
    await expect(async () => {
      await page.reload();
      await expect(description).toHaveValue(text, { timeout: 2_000 });
    }).toPass();
  }

  const name = page.getByLabel('Name', { exact: true });
  await name.fill('n'.repeat(1_000));
  await expect(page.getByText('n'.repeat(255).concat('…'), { exact: true })).toBeVisible();
  await expect(name).toHaveValue('n'.repeat(1_000));
});
