/** How many clicks it takes a user who knows the values, and what *Continue* does on the step of the connection. */
import { questions } from './fixtures/aws-wizard.ts';
import { expectStep, fillTenant, goOn, openWizard } from './fixtures/azure-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { countClicks } from './fixtures/keyboard.ts';
import { sampleOrganization } from './fixtures/sample-organization.ts';
import { sampleTenant } from './fixtures/sample-tenant.ts';

test('a tenant with known values is onboarded with six clicks: Continue makes the test, and the review is one step away', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  const clicks = await countClicks(page);
  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('link', { name: 'New connector' }).click();
  await page.getByRole('link', { name: /Azure tenant/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('Few clicks');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page);
  await goOn(page, 'Which management groups?');
  await expect(page.getByText(/^Tested /)).toBeVisible();
  await page.getByRole('button', { name: 'Skip to review' }).click();
  await expect(page.getByRole('region', { name: 'Members and schedule' })).toContainText('few_clicks');
  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('heading', { name: 'Few clicks', level: 1, exact: true })).toBeVisible();
  expect(clicks()).toBeLessThanOrEqual(6);
});

test('a test that fails keeps Continue on its step, with the reason and a way on without it', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Not yet');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page, { secretValue: 'expired~secret-of-last-year' });
  await page.getByRole('button', { name: 'Continue', exact: true }).click();

  await expect(page.getByRole('alert')).toContainText(/secret/i);
  await expectStep(page, 'Which tenant, and with which application?');
  await examinePage(page, 'wizard-tenant-continue-refused');
  await page.getByRole('button', { name: 'Continue without a passed test' }).click();
  await expectStep(page, 'Which management groups?');
  await page.getByRole('link', { name: 'Tenant' }).click();
  await page.getByLabel('Secret value', { exact: true }).fill(sampleTenant.secretValue);
  await goOn(page, 'Which management groups?');
  await expect(page.getByText(/^Tested /)).toBeVisible();
});

test('an organization with known values is onboarded with seven clicks: Continue makes the test, and the review is one step away', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  const clicks = await countClicks(page);
  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('link', { name: 'New connector' }).click();
  await page.getByRole('link', { name: /AWS organization/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('Few clicks');
  await goOn(page, questions.organization);
  await page.getByRole('button', { name: 'Generate an external ID' }).click();
  await page.getByLabel('Account that assumes the role').fill(sampleOrganization.baseAccountId);
  await page.getByLabel('Root ID').fill(sampleOrganization.rootId);
  await page.getByLabel('Role ARN').fill(sampleOrganization.roleArn);
  await goOn(page, questions.scope);
  await page.getByRole('button', { name: 'Skip to review' }).click();
  await expect(page.getByRole('region', { name: 'Organization' })).toContainText('The same as above');
  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('heading', { name: 'Few clicks', level: 1, exact: true })).toBeVisible();
  expect(clicks()).toBeLessThanOrEqual(7);
});
