import { type Endpoint, endpoints, isGranted, Role } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, startBff, type TestBff } from '../test-bench/bff.ts';

let bff: TestBff;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  bff = await startBff();
  await bff.signIn();
  for (const role of Role.options) cookies.set(role, await signInAs(bff, role));
});
afterAll(() => bff.close());

const table: [name: string, endpoint: Endpoint][] = Object.entries(endpoints);
const cookie = (role: Role) => cookies.get(role) ?? '';

/** A call that gets as far as its body or its workspace, neither of which is there. The head alone of a stream that would go on. */
function call({ method, path, stream }: Endpoint, role: Role) {
  const address = path
    .replace('{id}', '1')
    .replace('{member}', '1')
    .replace('{cloud}', 'azure')
    .replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
  return bff.send(stream ? 'HEAD' : method, address, { cookie: cookie(role) });
}

describe('AC-03 who may call what', () => {
  test.each(table)('%s is for those who have the capability that it names', async (_name, endpoint) => {
    const { access } = endpoint;
    // Signing out would end the session that the others call with.
    if (access === 'public') return;
    for (const role of Role.options) {
      const { status, body } = await call(endpoint, role);
      if (isGranted(role, access)) expect([401, 403], `${role}: ${status}`).not.toContain(status);
      else expect({ role, status, body }).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  test('administrators may do everything, operators all but connect workspaces, and viewers read', () => {
    const grantedTo = (role: Role) =>
      table.filter(([, { access }]) => access !== 'public' && isGranted(role, access)).map(([name]) => name);
    const notPublic = table.filter(([, { access }]) => access !== 'public').map(([name]) => name);
    const connecting = ['createWorkspace', 'changeWorkspace'];

    expect(grantedTo('admin')).toEqual(notPublic);
    expect(grantedTo('operator')).toEqual(notPublic.filter((name) => !connecting.includes(name)));
    expect(grantedTo('viewer').toSorted()).toEqual([
      'changePassword',
      'endOtherSessions',
      'endOwnSession',
      'exportActivity',
      'followChanges',
      'listActivity',
      'listConnectors',
      'listMembers',
      'listOpenChanges',
      'listOperationItems',
      'listOperations',
      'listOwnSessions',
      'listPlatforms',
      'listWorkspaces',
      'readConnector',
      'readFreshness',
      'readLastJob',
      'readOperation',
      'readScannerRegistration',
      'readScope',
      'readSession',
      'readWorkspace',
      'refreshConnectors',
    ]);
  });

  test('a role that is taken away is gone with the next call', async () => {
    const createWorkspace = () => call(endpoints.createWorkspace, 'admin');
    expect((await createWorkspace()).status).toBe(415);
    await bff.database.db.execute(sql`update people set role = 'viewer' where email = 'admin@example.test'`);

    expect(await createWorkspace()).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});
