import { expect, test } from 'vitest';
import { changesOfFacts, changesOfRequest, unitIdsOf } from './changes.ts';

const reported = (request: unknown) => changesOfRequest(request, () => undefined);

const edit = (before: object, spec: object, more: object = {}) =>
  reported({ kind: 'edit-connector', cloud: 'azure', version: 'v1', before, spec, ...more });

test('of an edit the fields that differ are told, part by part where they have parts', () => {
  const scope = { included: ['a'], excluded: [] };
  expect(
    edit(
      { name: 'Old', cspm: false, runEveryDays: 1, scope, tagIds: ['1', '2'] },
      { name: 'New', cspm: true, runEveryDays: 1, scope: { ...scope, included: ['a', 'b'] }, tagIds: [] },
    ),
  ).toEqual([
    { field: 'name', before: 'Old', after: 'New' },
    { field: 'cspm', before: 'no', after: 'yes' },
    { field: 'scope.included', before: 'a', after: 'a, b' },
    { field: 'tagIds', before: '1, 2', after: '' },
  ]);
});

test('what was not known before is told as having been empty', () => {
  expect(edit({ rootId: null }, { rootId: 'r-zar5' })).toEqual([
    { field: 'rootId', before: null, after: 'r-zar5' },
  ]);
});

test('SEC-07 of new credentials only that they changed is told', () => {
  expect(edit({ name: 'A' }, { name: 'A' }, { newCredentials: true })).toEqual([
    { field: 'credentials', before: null, after: null },
  ]);
  expect(changesOfFacts({ clientSecret: 'changed', address: '127.0.0.1', count: 3 })).toEqual([
    { field: 'clientSecret', before: null, after: null },
  ]);
});

test('members that were attached or detached are told by their ids', () => {
  expect(reported({ kind: 'attach-member', member: '7' })).toEqual([
    { field: 'member', before: null, after: '7' },
  ]);
  expect(reported({ kind: 'detach-members', members: ['7', '8'] })).toEqual([
    { field: 'members', before: '7, 8', after: null },
  ]);
});

test('other requests, and those left out for their length, tell of no change', () => {
  for (const request of [
    undefined,
    { kind: 'run-connector', stateBefore: 'errors' },
    { kind: 'edit-connector' },
  ]) {
    expect(reported(request)).toEqual([]);
  }
});

test('a very long value is cut', () => {
  const units = Array.from({ length: 1000 }, (_, index) => `unit-${index}`);
  const [change] = edit({ scope: { included: [] } }, { scope: { included: units } });
  expect(change?.after).toHaveLength(301);
});

test('of a creation every value that was entered is told, and what was left empty is not', () => {
  const spec = {
    name: 'Contoso',
    cspm: true,
    scope: { included: ['a', 'b'], excluded: [] },
    description: '',
  };
  expect(reported({ kind: 'create-connector', cloud: 'azure', spec, runNow: true })).toEqual([
    { field: 'name', before: null, after: 'Contoso' },
    { field: 'cspm', before: null, after: 'yes' },
    { field: 'scope.included', before: null, after: 'a, b' },
    { field: 'runNow', before: null, after: 'yes' },
  ]);
});

test('units of a scope are told with their names, where the console knows them, and nothing else is', () => {
  const scope = { included: ['r-zar5', 'ou-zar5-1'], excluded: ['111122223333'] };
  const request = {
    kind: 'create-connector',
    cloud: 'aws',
    spec: { rootId: 'r-zar5', tagIds: ['111122223333'], scope },
    runNow: false,
  };
  const names: Record<string, string> = { 'ou-zar5-1': 'Workloads', '111122223333': 'Payments' };
  expect(unitIdsOf(request)).toEqual(['r-zar5', 'ou-zar5-1', '111122223333']);
  expect(changesOfRequest(request, (id) => names[id])).toEqual([
    { field: 'rootId', before: null, after: 'r-zar5' },
    { field: 'tagIds', before: null, after: '111122223333' },
    { field: 'scope.included', before: null, after: 'r-zar5, Workloads (ou-zar5-1)' },
    { field: 'scope.excluded', before: null, after: 'Payments (111122223333)' },
    { field: 'runNow', before: null, after: 'no' },
  ]);
});

test('of thousands of units no more are looked up than are told', () => {
  const included = Array.from({ length: 1000 }, (_, index) => `ou-zar5-${index}`);
  const request = { kind: 'create-connector', spec: { scope: { included } }, runNow: false };
  expect(unitIdsOf(request)).toEqual(included.slice(0, 20));
  expect(
    unitIdsOf({ kind: 'create-connector', spec: { scope: { included: ['Platform'] } }, runNow: false }),
  ).toEqual([]);
});
