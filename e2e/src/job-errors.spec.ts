import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';

test('an expired secret is explained, with the steps that mend it and the message as it came', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Wingtip Streaming');
  await page.getByRole('link', { name: 'Last job' }).click();
  const errors = page.getByRole('region', { name: 'Errors of the last job' });
  await expect(errors.getByText('The client secret has expired')).toBeVisible();
  await expect(errors.getByRole('listitem').first()).toContainText('Certificates & secrets');
  await expect(errors.getByText(/^AADSTS7000222: The provided client secret keys/)).toBeVisible();
  const official = errors.getByRole('link', { name: 'Open the official page' });
  await expect(official).toHaveAttribute('href', /^https:\/\/learn\.microsoft\.com\//);
  await expect(official).toHaveAttribute('rel', /noopener/);
});

test('the list names the cause of each failing connector and is filtered by it, and its page begins with cause and first step', async ({
  signedIn: page,
  workspace,
}) => {
  const failing = page.getByRole('row', { name: /Wingtip Streaming/ });
  await page.goto(`/w/${workspace.id}/connectors?filter=${encodeURIComponent('cause:"client secret"')}`);
  await expect(failing).toContainText('The client secret has expired');
  await expect(page.getByRole('heading', { name: 'Connectors (1 of 25)' })).toBeVisible();
  await examinePage(page, 'connectors-by-cause');
  await failing.getByRole('link', { name: 'Wingtip Streaming' }).click();

  await expect(page.getByText('Likely cause')).toBeVisible();
  await expect(page.getByText('The client secret has expired')).toBeVisible();
  await expect(page.getByText(/^First step: In Entra, open the app registration/)).toBeVisible();
  await examinePage(page, 'connector-with-cause');
  await page.getByRole('link', { name: /^All \d steps$/ }).click();
  await expect(page.getByRole('region', { name: 'Errors of the last job' })).toBeVisible();
});

test('an expired secret is repaired from the overview: by a clone that asks for the new one, with commands that name the application', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Wingtip Streaming');
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await page.getByText('2 commands to copy').click();
  await expect(page.getByRole('region', { name: 'A new secret for a year; it is printed once' })).toHaveText(
    /az ad app credential reset --id [0-9a-f]{8}-[0-9a-f-]{27} --append/,
  );
  await page.getByText('The message as it came').click();
  await expect(page.getByText(/^AADSTS7000222: The provided client secret keys/)).toBeVisible();
  await examinePage(page, 'connector-repair');

  await page.getByRole('button', { name: 'Clone with new secret' }).first().click();
  await expect(page).toHaveURL(/\/clone\?step=tenant$/);
  await expect(page.getByRole('textbox', { name: 'Secret value' })).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Application ID' })).not.toHaveValue('');
});

test('a message that names an account is repaired where that account is, and the wizard opens at the step that mends it', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Fabrikam Robotics');
  const named = page.getByRole('list', { name: 'Named by the message' });
  await expect(named).toContainText(/^Account\d{12}$/);
  const account = /\d{12}/.exec((await named.textContent()) ?? '')?.[0] ?? '';
  await page.getByText('2 commands to copy').click();
  await expect(page.getByText(`--stack-instance-account ${account}`)).toBeVisible();
  await examinePage(page, 'connector-repair-aws');

  await page.getByRole('button', { name: 'Edit scope' }).click();
  await expect(page).toHaveURL(/\/edit\?step=scope$/);
});

test('every error of a job is listed, and a message that hides its cause is shown as it is', async ({
  signedIn: page,
  workspace,
}) => {
  await openConnector(page, workspace, 'Tailspin Tenant');
  await page.getByRole('link', { name: 'Last job' }).click();
  const errors = page.getByRole('region', { name: 'Errors of the last job' });
  await expect(errors.getByText(/^\d+ errors/)).toBeVisible();
  await expect(errors.getByText(/ReadOnlyDisabledSubscription/)).toBeVisible();

  await openConnector(page, workspace, 'Relecloud Partners');
  await page.getByRole('link', { name: 'Last job' }).click();
  await expect(errors.getByText(/An exception occurred while running Org Connector/)).toBeVisible();
});

test('equal errors stand once, with how often the job reported them, and are counted each time', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  const content = ['Same', 'Another', 'Same', 'Same'].map((errorMsg) => ({ errorMsg }));
  await simulator.faults([{ operation: 'A15', fault: { status: 200, body: { content, hasNext: false } } }]);
  await openConnector(page, workspace, 'Tailspin Tenant');
  await page.getByRole('link', { name: 'Last job' }).click();

  const errors = page.getByRole('region', { name: 'Errors of the last job' });
  await expect(errors.getByText(/^4 errors/)).toBeVisible();
  await expect(errors.getByText('Same', { exact: true })).toHaveCount(1);
  await expect(errors.getByText('3 times', { exact: true })).toBeVisible();
});

test('a job of AWS is explained in the words of AWS', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Fabrikam Robotics');
  await page.getByRole('link', { name: 'Last job' }).click();
  const errors = page.getByRole('region', { name: 'Errors of the last job' });
  await expect(errors.getByText(/sts:AssumeRole/).first()).toBeVisible();
  await expect(errors.getByRole('heading', { name: 'How to fix it' }).first()).toBeVisible();
});

test('a job without errors says so, and what that means', async ({ signedIn: page, workspace }) => {
  await openConnector(page, workspace, 'Proseware Global');
  await page.getByRole('link', { name: 'Last job' }).click();
  await expect(page.getByRole('heading', { name: 'The last job reported no errors' })).toBeVisible();
});

test('the last job is read again when a new one ends, with the page left open', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Wingtip Streaming');
  await page.getByRole('link', { name: 'Last job' }).click();
  await expect(page.getByText('The client secret has expired')).toBeVisible();
  const readings = async () => (await simulator.callsOf('A15')).length;
  const before = await readings();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^(Pending|Queued|Running)$/)).toBeVisible();
  await expect.poll(readings).toBeGreaterThan(before);
  const errorMsg = 'AADSTS700016: Application was not found in the directory.';
  const content = [{ type: 'ORG_CONNECTOR', errorMsg, created: new Date().toISOString() }];
  await simulator.faults([{ operation: 'A15', fault: { status: 200, body: { content, hasNext: false } } }]);

  await simulator.advance(60);

  await expect(page.getByText(errorMsg)).toBeVisible();
  await expect(page.getByText('The client secret has expired')).toHaveCount(0);
});
