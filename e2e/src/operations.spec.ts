import type { Request } from '@playwright/test';
import { walkToReview } from './fixtures/azure-wizard.ts';
import { losingTheDatabaseWhileRecording } from './fixtures/console-database.ts';
import { examinePage } from './fixtures/examine-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { openConnector } from './fixtures/open-connector.ts';
import { untilReleased } from './fixtures/simulator-process.ts';
import { slowDown } from './fixtures/slow-line.ts';

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
  await expect(row).toContainText('Succeeded');
  expect(await simulator.callsOf('A7')).toHaveLength(1);
});

test('the newest error stays while the next job waits and runs, and one that could not be read yet is said to be unread', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name%3A"Tailspin%20Tenant"`);
  const row = page.getByRole('row', { name: 'Tailspin Tenant' });
  await expect(row).toContainText('A subscription is disabled or gone');
  await simulator.faults([{ operation: 'A15', fault: { status: 503 } }]);
  await row.getByRole('button', { name: 'Run Tailspin Tenant' }).click();
  await expect(row).toContainText(/Pending|Queued|Running/);
  await expect(row).toContainText('A subscription is disabled or gone');
  await simulator.advance(15);
  await expect(row).toContainText('not read yet');
  await examinePage(page, 'connectors-errors-unread');
});

test('a change under way shows in its row to every user who opens the list, until it is settled', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name%3A"Northwind%20Production"`);
  await simulator.faults([{ operation: 'A7', fault: untilReleased }]);
  await page.getByRole('button', { name: 'Run Northwind Production' }).click();
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toContainText('Requested');

  const other = await page.context().newPage();
  await other.goto(page.url());
  const row = other.getByRole('row', { name: 'Northwind Production' });
  await expect(row).toContainText('Requested');
  await expect(row.getByRole('button', { name: 'Run Northwind Production' })).toHaveAttribute('aria-busy');
  await page.reload();
  await expect(page.getByRole('row', { name: 'Northwind Production' })).toContainText('Requested');
  await simulator.faults([]);
  await expect(row).toContainText(/Pending|Queued|Running|Succeeded/);
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
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([
    { operation: 'A7', fault: { drop: 'after-commit' } },
    { operation: 'A6', fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();

  const operation = page.getByRole('list', { name: 'Run of Northwind Production' });
  await expect(operation).toContainText(
    'No confirmation came. Reading the gateway to find out what happened',
  );
  await simulator.faults([]);
  await expect(operation).toContainText('No confirmation came, but the run began: found by reading');
});

test('who goes on before the answer came stays where she is, and finds the run in Activity', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: untilReleased }]);
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/run'),
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Activity' }).first().click();
  await expect(page).toHaveURL(/\/activity$/);

  await simulator.faults([]);
  await answered;
  await expect(
    page.getByRole('button', {
      name: /^Run of Northwind Production Azure (Job running|Succeeded|With errors)/,
    }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/activity$/);
});

test('who goes on to a page whose code is still coming when the answer comes is not kept from it', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([{ operation: 'A7', fault: untilReleased }]);
  const isRun = (asked: Request) => asked.method() === 'POST' && asked.url().endsWith('/run');
  const isSent = page.waitForRequest(isRun);
  const answered = page.waitForResponse((answer) => isRun(answer.request()));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await isSent;
  const speedUp = await slowDown(page, 60_000);
  await page.getByRole('link', { name: 'Activity' }).first().click();
  await expect(page).toHaveURL(/\/activity$/);

  await simulator.faults([]);
  await answered;
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await speedUp();
  await expect(
    page.getByRole('button', {
      name: /^Run of Northwind Production Azure (Job running|Succeeded|With errors)/,
    }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/activity$/);
});

test('a connector whose creation got no answer is found at the gateway and never created twice', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await walkToReview(page, workspace, 'Lost answer');
  await page.getByLabel('Run it now').uncheck();
  // The first reading looks for the name before the creation is sent, the second one for what became of it.
  await simulator.faults([
    { operation: 'A3', fault: { drop: 'after-commit' } },
    { operation: 'A5', from: 2, fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('The gateway’s answer was lost');
  await simulator.faults([]);
  const reported = page.getByRole('list', { name: 'Creating Lost answer' });
  await expect(reported).toContainText('No confirmation came, but it was created: found by reading');
  await expect(page.getByRole('heading', { name: 'Lost answer', level: 1 })).toBeVisible();
  expect(await simulator.callsOf('A3')).toHaveLength(1);
});

test('a connector whose creation never arrived is called absent, even by a console that was killed meanwhile', async ({
  signedIn: page,
  simulator,
  workspace,
  console,
}) => {
  await walkToReview(page, workspace, 'Never arrived');
  await simulator.faults([{ operation: 'A3', fault: { drop: 'before' } }]);
  await page.getByRole('button', { name: 'Create connector' }).click();

  const creation = page.getByRole('list', { name: 'Creation' });
  await expect(creation).toContainText('The gateway’s answer was lost');
  const looks = async () =>
    (await simulator.callsOf('A5')).filter(({ path }) => path.includes('Never')).length;
  // Each start of a console makes it look at once; the third look that finds nothing settles it.
  await expect.poll(looks).toBeGreaterThan(1);
  for (const before of [await looks(), (await looks()) + 1]) {
    await console.crash();
    await console.restart();
    await expect.poll(looks).toBeGreaterThan(before);
  }

  await expect(page.getByText('The connector was not created: it is safe to try again')).toBeVisible();
  await expect(page.getByText('The connector did not appear at the gateway')).toBeVisible();
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

test('a run that does not reach the console keeps the page, says what to do, and is one run once it is back', async ({
  signedIn: page,
  simulator,
  workspace,
  console,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await console.crash();
  await page.getByRole('button', { name: 'Run', exact: true }).click();

  const unsent = page.getByRole('alert').filter({ hasText: 'Run did not reach the console' });
  await expect(unsent).toContainText('Choose Run once more when the console is back');
  await expect(page.getByRole('heading', { name: 'Northwind Production', level: 1 })).toBeVisible();
  await console.restart();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Run of Northwind Production' })).toContainText(
    'The gateway accepted the run, done',
  );
  await expect(unsent).toHaveCount(0);
  expect(await simulator.callsOf('A7')).toHaveLength(1);
});

const ofEachCloud = [
  { cloud: 'Azure', name: 'Northwind Production', switching: 'A10' },
  { cloud: 'AWS', name: 'Northwind Commerce', switching: 'W7' },
];

for (const { cloud, name, switching } of ofEachCloud) {
  test(`a connector of ${cloud} is disabled and enabled from the list, and its row says what the gateway made of it`, async ({
    signedIn: page,
    simulator,
    workspace,
  }) => {
    await page.goto(`/w/${workspace.id}/connectors?filter=${encodeURIComponent(`name:"${name}"`)}`);
    const row = page.getByRole('row', { name });
    const choose = async (verb: string) => {
      await row.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: verb, exact: true }).click();
    };
    await expect(row).toContainText('Succeeded');
    await choose('Disable');
    await expect(row).toContainText('Disabled');
    await expect(row.getByRole('button', { name: `Run ${name}` })).toHaveAttribute('aria-disabled', 'true');
    await row.getByRole('button', { name: `Actions for ${name}` }).click();
    await expect(page.getByRole('menuitem', { name: 'Disable', exact: true })).toHaveAccessibleDescription(
      'It is disabled already.',
    );
    await page.keyboard.press('Escape');

    await choose('Enable');
    await expect(row).toContainText('Succeeded');
    expect(await simulator.callsOf(switching)).toHaveLength(2);
  });

  test(`a connector of ${cloud} is disabled, enabled and run from its page, each seen to its end`, async ({
    signedIn: page,
    workspace,
  }) => {
    await openConnector(page, workspace, name);
    const press = (verb: string) => page.getByRole('button', { name: verb, exact: true }).click();
    const offered = (verb: string) => page.getByRole('button', { name: verb, exact: true });
    await expect(offered('Enable')).toHaveCount(0);
    await press('Disable');
    await expect(page.getByRole('list', { name: `Disabling ${name}` })).toContainText('It is disabled, done');
    await expect(offered('Disable')).toHaveCount(0);
    await expect(offered('Run')).toHaveAttribute('aria-disabled', 'true');

    await press('Enable');
    await expect(page.getByRole('list', { name: `Enabling ${name}` })).toContainText('It is enabled, done');
    await press('Run');
    await expect(page.getByRole('list', { name: `Run of ${name}` })).toContainText(
      'The gateway accepted the run, done',
    );
    await page.getByRole('link', { name: 'Scope' }).click();
    await expect(page.getByRole('list', { name: `Run of ${name}` })).toBeVisible();
  });
}

test('REL-20 while a change is open another one is refused, and says whose it is and what', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  await simulator.faults([
    { operation: 'A10', fault: { drop: 'before' } },
    { operation: 'A6', fault: { status: 503 } },
  ]);
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Disabling Northwind Production' })).toContainText(
    'Reading the gateway to find out',
  );

  // Another tab did not ask for it, and is told all the same.
  await openConnector(page, workspace, 'Northwind Production');
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toHaveAttribute('aria-disabled', 'true');
  await expect(run).toHaveAccessibleDescription(
    'Disabling it was requested by Ada Admin and is not settled yet.',
  );
  expect(await simulator.callsOf('A7')).toHaveLength(0);
});

test('trouble of several changes is one place in the list, which moves the rows once and stays while one looks elsewhere', async ({
  signedIn: page,
  simulator,
  workspace,
}) => {
  await page.goto(`/w/${workspace.id}/connectors?filter=name:Northwind*`);
  const table = page.getByRole('table', { name: 'Connectors' });
  const disable = async (name: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Disable', exact: true }).click();
  };
  await expect(table).toBeVisible();
  await simulator.faults(['A10', 'W7'].map((operation) => ({ operation, fault: { status: 403 } })));
  await disable('Northwind Production');
  const notices = page.getByRole('region', { name: 'What became of your changes' });
  await expect(notices).toContainText('Disabling Northwind Production: The gateway does not allow this.');
  const top = (await table.boundingBox())?.y;
  await disable('Northwind Commerce');
  await expect(notices.getByRole('alert')).toContainText('Disabling Northwind Commerce');
  expect((await table.boundingBox())?.y).toBe(top);
  await notices.getByRole('button', { name: '1 more' }).click();
  await expect(notices.getByRole('list', { name: 'Earlier changes' })).toContainText('Northwind Production');
  await examinePage(page, 'several-notices');

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Connectors', exact: true }).click();
  await expect(notices.getByRole('button', { name: '1 more' })).toBeVisible();
  await notices.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(notices).toBeFocused();
  await notices.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(notices).toHaveCount(0);
});

test('a change of which the console cannot tell whether it was recorded keeps its key when it is asked for again', async ({
  signedIn: page,
  console,
  simulator,
  workspace,
}) => {
  await openConnector(page, workspace, 'Northwind Production');
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/disable')) keys.push(request.postDataJSON().idempotencyKey);
  });
  const disable = page.getByRole('button', { name: 'Disable', exact: true });
  await losingTheDatabaseWhileRecording(console, async () => {
    await disable.click();
    await expect(page.getByText(/lost its database while it recorded this change/)).toBeVisible();
  });

  await disable.click();

  await expect(page.getByRole('button', { name: 'Enable', exact: true })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(await simulator.callsOf('A10')).toHaveLength(1);
});
