import type { Page } from '@playwright/test';
import { administrator } from './fixtures/administrator.ts';
import {
  expectStep,
  fillTenant,
  goOn,
  goOnUntested,
  openWizard,
  walkToReview,
} from './fixtures/azure-wizard.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { pressOn, tabTo, typeInto, watchPointer } from './fixtures/keyboard.ts';
import { sampleTenant } from './fixtures/sample-tenant.ts';
import { untilReleased } from './fixtures/simulator-process.ts';

test('the tenant of the Azure document is tested, created, run, and the errors of its first job are read', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors`);
  await page.getByRole('link', { name: 'New connector' }).click();
  await page.getByRole('link', { name: /Azure tenant/ }).click();
  await fillBasics(page);
  await testTenant(page);
  await goOn(page, 'Which management groups?');
  await chooseGroup(page);
  await goOn(page, 'What becomes of each subscription?');
  await page.getByLabel('Member prefix').fill(sampleTenant.memberPrefix);
  await expect(page.getByText('createdbyorg_Production')).toBeVisible();
  await goOn(page, 'What happens to the assets found?');
  await goOn(page, 'Is everything right?');
  await expectReview(page);

  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('heading', { name: 'Creating Azure Org' })).toBeVisible();
  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('Connector created, done');
  await expect(creation).toContainText(
    /(Marked to run|Queued at the gateway|Reading the tenant), in progress/,
  );
  await simulator.advance(15);

  await expect(page).toHaveURL(/\/connectors\/azure\/\d+\/last-job$/);
  await expect(page.getByRole('heading', { name: 'Azure Org', level: 1 })).toBeVisible();
  const errors = page.getByRole('region', { name: 'Errors of the last job' });
  await expect(errors.getByText(/AuthorizationFailed: The client/)).toBeVisible();
  await expect(errors.getByRole('heading', { name: 'How to fix it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Azure Org', level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('table', { name: 'Members' })).toContainText(
    'createdbyorg_TestingManagementGroup',
  );
  await page.getByRole('link', { name: 'Connectors', exact: true }).first().click();
  await expect(page.getByRole('row', { name: 'Azure Org' })).toContainText('Errors');
});

async function fillBasics(page: Page): Promise<void> {
  await expectStep(page, 'Name and capabilities');
  await page.getByLabel('Name', { exact: true }).fill(sampleTenant.name);
  await page.getByLabel('Description').fill(sampleTenant.description);
  await page.getByLabel('Enable remediation').check();
  await goOn(page, 'Which tenant, and with which application?');
}

async function testTenant(page: Page): Promise<void> {
  await fillTenant(page);
  await page.getByRole('button', { name: 'Test connection' }).click();
  const phases = page.getByRole('list', { name: 'Connection test' });
  await expect(phases).toContainText(/Done, done · in \d+ s, 48 groups/);
}

async function chooseGroup(page: Page): Promise<void> {
  await expect(page.getByRole('treegrid', { name: 'Scope' })).toBeVisible();
  await page.getByLabel('Search groups').fill('testing');
  await page.getByRole('button', { name: 'Include the match' }).click();
  await expect(page.getByText(/^In scope: 1 of \d+ groups\./)).toBeVisible();
}

async function expectReview(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Basics' })).toContainText(sampleTenant.description);
  await expect(page.getByRole('region', { name: 'Tenant' })).toContainText(sampleTenant.tenantId);
  await expect(page.getByRole('region', { name: 'Scope' })).toContainText(sampleTenant.group);
  await expect(page.getByRole('region', { name: 'Members and schedule' })).toContainText(
    sampleTenant.memberPrefix,
  );
  expect(await page.content()).not.toContain(sampleTenant.secretValue);
  await expect(page.getByLabel('Run it now')).toBeChecked();
}

test('every step of the wizard is accessible', async ({ signedIn: page, simulator, workspace }) => {
  await simulator.settings({ pace: 0 });
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill(sampleTenant.name);
  await page.getByLabel('Enable remediation').check();
  await examinePage(page, 'wizard-basics');
  await goOn(page, 'Which tenant, and with which application?');
  await testTenant(page);
  await examinePage(page, 'wizard-tenant');
  await goOn(page, 'Which management groups?');
  await chooseGroup(page);
  await examinePage(page, 'wizard-scope');
  await goOn(page, 'What becomes of each subscription?');
  await page.getByLabel('Member prefix').fill(sampleTenant.memberPrefix);
  await examinePage(page, 'wizard-members');
  await goOn(page, 'What happens to the assets found?');
  await page.getByLabel('Policy Compliance (PC)').check();
  const refused = page.getByLabel('Security Configuration Assessment (SCA)');
  await refused.click({ force: true });
  await expect(refused).not.toBeChecked();
  await examinePage(page, 'wizard-activation');
  await goOn(page, 'Is everything right?');
  await examinePage(page, 'wizard-review');

  await simulator.settings({ pace: 20 });
  await page.getByRole('button', { name: 'Create connector' }).click();
  await expect(page.getByRole('list', { name: 'Creation' })).toContainText('Connector created, done');
  await examinePage(page, 'wizard-creating');
});

test('a draft survives a reload, but for the secret, and waits in the list of drafts', async ({
  signedIn: page,
  workspace,
}) => {
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Half-finished');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(page).toHaveURL(/\/connectors\/new\/drafts\/[^/]+\/tenant$/);
  await page.reload();

  await expect(page.getByLabel('Tenant name')).toHaveValue(sampleTenant.tenantName);
  await expect(page.getByLabel('Secret value', { exact: true })).toHaveValue('');
  await expect(page.getByText('The secret has to be entered again')).toBeVisible();
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Kept as a draft' })).toBeVisible();
  await page.getByRole('link', { name: '1 draft' }).click();
  await examinePage(page, 'new-connector');
  await page.getByRole('link', { name: 'Go on with Half-finished' }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(sampleTenant.applicationId);
  await page.goBack();
  await page.getByRole('button', { name: 'Discard Half-finished' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'New connector' })).toBeFocused();
});

test('a connection test that fails says why, what to do, and keeps what was typed', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Refused tenant');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page, { secretValue: 'expired~secret-of-last-year' });
  await page.getByRole('button', { name: 'Test connection' }).click();

  const failure = page.getByRole('alert');
  await expect(failure).toBeVisible();
  await expect(failure).toContainText(/secret/i);
  await expect(failure).toContainText('what you entered is still here');
  await expect(failure).not.toContainText('secret-of-last-year');
  await expect(failure).toBeInViewport({ ratio: 1 });
  const secret = page.getByLabel('Secret value', { exact: true });
  await expect(secret).toHaveAttribute('aria-invalid', 'true');
  await expect(secret).toHaveAccessibleDescription(/Refused at the last test/);
  await expect(page.getByLabel('Tenant ID')).toHaveValue(sampleTenant.tenantId);
  await examinePage(page, 'wizard-tenant-refused');

  await secret.fill(sampleTenant.secretValue);
  await expect(secret).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('list', { name: 'Connection test' })).toContainText('48 groups');
  await goOn(page, 'Which management groups?');
});

test('a connector that the gateway does not accept shows the gateway’s own words, and keeps what was typed', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const message = 'connectorPrefixName holds a character that is not allowed';
  await simulator.faults([{ operation: 'A3', fault: { status: 400, body: { message } } }]);
  await walkToReview(page, workspace, 'Refused tenant');
  await page.getByRole('button', { name: 'Create connector' }).click();

  await expect(page.getByRole('alert').getByText(message)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the review' }).click();
  await expect(page.getByRole('region', { name: 'Basics' })).toContainText('Refused tenant');
});

test('a creation that the gateway answers with an error is not called unanswered, and is looked for', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await walkToReview(page, workspace, 'Answered with an error');
  await page.getByLabel('Run it now').uncheck();
  // The first reading looks for the name before the creation is sent, the second one for what became of it.
  await simulator.faults([
    { operation: 'A3', fault: { status: 500, afterCommit: true } },
    { operation: 'A5', from: 2, fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('Checking with the gateway whether it was created');
  await expect(creation).toContainText('The gateway answered with an error (500)');
  await expect(creation).not.toContainText('lost');
  await examinePage(page, 'creation-answered-with-an-error');
  await simulator.faults([]);
  const reported = page.getByRole('list', { name: 'Creating Answered with an error' });
  await expect(reported).toContainText('No confirmation came, but it was created: found by reading');
  await expect(page.getByRole('heading', { name: 'Answered with an error', level: 1 })).toBeVisible();
});

test('who leaves the wizard while its connector is being created stays where she is, and finds it in the list', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await walkToReview(page, workspace, 'Left meanwhile');
  await page.getByLabel('Run it now').uncheck();
  await simulator.faults([{ operation: 'A3', fault: untilReleased }]);
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/connectors/azure'),
  );
  await page.getByRole('button', { name: 'Create connector' }).click();
  await page.getByRole('link', { name: 'Connectors', exact: true }).first().click();
  await expect(page).toHaveURL(/\/connectors$/);

  await simulator.faults([]);
  expect((await answered).status()).toBe(202);
  await expect(page.getByRole('row', { name: 'Left meanwhile' })).toBeVisible();
  await expect(page).toHaveURL(/\/connectors$/);
});

test('a secret that looks like its ID is doubted at its field and taken all the same', async ({
  signedIn: page,
  workspace,
}) => {
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Secret ID');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page, { secretValue: '3f8c1d2e-7b64-4a0f-9d15-c2e8b7a69f40' });
  const secret = page.getByLabel('Secret value', { exact: true });
  await expect(secret).toHaveAccessibleDescription(/looks like the Secret ID/);
  await expect(secret).not.toHaveAttribute('aria-invalid', 'true');
  await examinePage(page, 'wizard-secret-id');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await goOnUntested(page, 'Which management groups?');
  await page.getByRole('link', { name: 'Tenant' }).click();
  await secret.fill(sampleTenant.secretValue);
  await expect(secret).not.toHaveAccessibleDescription(/looks like the Secret ID/);
});

test('a pasted invisible character is named at its field, and one button removes it', async ({
  signedIn: page,
  workspace,
}) => {
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Pasted');
  await goOn(page, 'Which tenant, and with which application?');
  await fillTenant(page, {
    tenantId: `{${sampleTenant.tenantId}}`,
    applicationId: `${sampleTenant.applicationId}\u200b`,
    secretValue: `${sampleTenant.secretValue}\u00a0`,
  });
  const secret = page.getByLabel('Secret value', { exact: true });
  await secret.blur();
  await expect(secret).toHaveAttribute('aria-invalid', 'true');
  const neighbor = await page.getByLabel('Secret expires on').boundingBox();
  expect((await secret.boundingBox())?.y, 'level with its neighbor').toBe(neighbor?.y);
  await page.getByRole('button', { name: 'Remove invisible characters' }).last().click();
  await expect(secret).toHaveValue(sampleTenant.secretValue);
  await expect(secret).toBeFocused();

  const application = page.getByLabel('Application ID');
  await expect(application).toHaveAccessibleDescription(/zero-width space at the end/);
  await expect(application).toHaveAttribute('aria-invalid', 'true');
  await examinePage(page, 'wizard-invisible-character');

  await page.getByRole('button', { name: 'Remove invisible characters' }).click();

  await expect(application).toHaveValue(sampleTenant.applicationId);
  await expect(application).toBeFocused();
  await expect(application).not.toHaveAttribute('aria-invalid', 'true');
  await goOn(page, 'Which management groups?');
});

test('a step that is not complete names what is missing and where', async ({ signedIn: page, workspace }) => {
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Incomplete');
  await goOn(page, 'Which tenant, and with which application?');
  await page.getByLabel('Tenant ID').fill('not-an-id');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(4);
  await examinePage(page, 'wizard-tenant-incomplete');
  await summary.getByRole('link').nth(1).click();
  await expect(page.getByLabel('Tenant name')).toBeFocused();
});

test('the application is offered ready made with what was entered, to copy and to download, and never with the secret', async ({
  signedIn: page,
  workspace,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWizard(page, workspace);
  await page.getByLabel('Name', { exact: true }).fill('Ready made');
  await goOn(page, 'Which tenant, and with which application?');
  await page.getByText(/^Make the application in Azure/).click();
  const commands = page.getByRole('region', { name: 'connector-tenant.sh' });
  await expect(commands).toContainText('<TENANT_ID>');
  await expect(commands).toContainText('az ad app create');
  await fillTenant(page, { applicationId: '' });
  await expect(commands).toContainText(sampleTenant.tenantId);
  await page.getByLabel('Application ID').fill(sampleTenant.applicationId);
  await expect(commands).toContainText(sampleTenant.applicationId);
  await expect(commands).not.toContainText('az ad app create');
  await expect(commands).not.toContainText(sampleTenant.secretValue);

  await page.getByRole('tab', { name: 'Azure CLI' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Terraform' })).toBeFocused();
  const configuration = page.getByRole('region', { name: 'connector-tenant.tf' });
  await expect(configuration).toContainText(sampleTenant.tenantId);
  await examinePage(page, 'wizard-tenant-help');
  await page.getByRole('region', { name: 'Configuration' }).getByRole('button', { name: 'Copy' }).click();
  const copied = await pasted(page);
  expect(copied).toContain('azuread_application');
  expect(copied).not.toContain(sampleTenant.secretValue);
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download connector-tenant.tf' }).click();
  expect((await started).suggestedFilename()).toBe('connector-tenant.tf');
});

test('a tenant is onboarded by the keyboard alone, from the sign-in to the created connector', async ({
  page,
  simulator,
  workspace,
}) => {
  await simulator.settings({ pace: 0 });
  const pointed = await watchPointer(page);
  const button = (name: string) => page.getByRole('button', { name });
  await page.goto(`/sign-in?returnTo=${encodeURIComponent(`/w/${workspace.id}/connectors`)}`);
  await typeInto(page, page.getByLabel('E-mail'), administrator.email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), administrator.password);
  await page.keyboard.press('Enter');

  await pressOn(page, page.getByRole('link', { name: 'New connector' }));
  await pressOn(page, page.getByRole('link', { name: /Azure tenant/ }));
  await typeInto(page, page.getByLabel('Name', { exact: true }), 'By keyboard');
  await pressOn(page, button('Continue'));
  await expectStep(page, 'Which tenant, and with which application?');
  await typeInto(page, page.getByLabel('Tenant ID'), sampleTenant.tenantId);
  await typeInto(page, page.getByLabel('Tenant name'), sampleTenant.tenantName);
  await typeInto(page, page.getByLabel('Application ID'), sampleTenant.applicationId);
  await typeInto(page, page.getByLabel('Secret value', { exact: true }), sampleTenant.secretValue);
  await pressOn(page, button('Continue'));

  await expectStep(page, 'Which management groups?');
  await typeInto(page, page.getByLabel('Search groups'), 'testing');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /^Whole tenant/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /^TestingManagementGroup/ })).toBeFocused();
  await page.keyboard.press('+');
  await expect(page.getByText(/^In scope: 1 of \d+ groups\./)).toBeVisible();
  await pressOn(page, button('Continue'));
  await typeInto(page, page.getByLabel('Member prefix'), 'keys');
  await page.keyboard.press('Enter');
  await expectStep(page, 'What happens to the assets found?');
  await pressOn(page, button('Continue'));
  await expectStep(page, 'Is everything right?');
  await tabTo(page, page.getByLabel('Run it now'));
  await page.keyboard.press('Space');
  await pressOn(page, button('Create connector'));

  await expect(page.getByRole('heading', { name: 'By keyboard', level: 1, exact: true })).toBeVisible();
  expect(pointed()).toBe(0);
});

/** What was copied, as a user has it: no page of the console may read the clipboard by itself. */
async function pasted(page: Page): Promise<string> {
  const target = await page.evaluateHandle(() =>
    document.body.appendChild(document.createElement('textarea')),
  );
  await target.focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await target.evaluate(({ value }) => value);
  await target.evaluate((area) => area.remove());
  return text;
}
