import { expect, test } from 'vitest';
import { aPage, connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';

test('DOS-07 of a page with ten times the rows that were asked for, the others are left unread', async () => {
  const rows = Array.from({ length: 10_001 }, (_nothing, index) => ({ id: index + 1 }));
  await using fake = await startFakeGateway(() => aPage(rows));
  await using console = connect(fake);

  const members = await console.gateway.listAzureMembers('406118');

  expect(members.rows).toHaveLength(10_000);
  expect(members.incomplete).toBe(true);
});

test('DOS-07 a list of megabytes without an end is cut off before it fills the memory', async () => {
  const megabytes = 'x'.repeat(6 * 1024 * 1024);
  let next = 0;
  await using fake = await startFakeGateway(({ path }) => {
    next += 1;
    const row = path.includes('azure')
      ? { id: next, name: megabytes }
      : { ouId: `ou-zar5-${next}`, ouName: megabytes };
    return aPage([row], { hasNext: true });
  });
  await using console = connect(fake, { deadlines: { read: 60_000 } });

  const members = await console.gateway.listAzureMembers('406118');
  const units = await console.gateway.listOrganizationalUnits('test aws org', 'r-zar5');

  // Eleven times six megabytes are the first that are more than 64.
  expect(members).toMatchObject({ incomplete: true, rows: { length: 11 } });
  expect(units).toMatchObject({ incomplete: true, rows: { length: 11 } });
});

test('DOS-07 a registration of more accounts or images than there are is not read through', async () => {
  const accounts = Array.from({ length: 50_001 }, () => ({}));
  const images = Array.from({ length: 1_001 }, (_nothing, index) => [`region-${index}`, 'ami-1']);
  const answers = [{ targetAccounts: accounts }, { amis: Object.fromEntries(images) }, {}];
  await using fake = await startFakeGateway(() => ({ json: answers.shift() }));
  await using console = connect(fake);

  const tooManyAccounts = await gatewayErrorOf(console.gateway.readScannerRegistration());
  const tooManyImages = await gatewayErrorOf(console.gateway.readScannerRegistration());

  expect(tooManyAccounts).toMatchObject({
    kind: 'unreadable',
    note: expect.stringContaining('targetAccounts'),
  });
  expect(tooManyImages).toMatchObject({ kind: 'unreadable', note: expect.stringContaining('amis') });
  expect(await console.gateway.readScannerRegistration()).toEqual({ accounts: [], images: [] });
});
