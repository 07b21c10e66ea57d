import { expect, test } from 'vitest';
import { changesOfFacts, changesOfRequest } from './changes.ts';

const edit = (before: object, spec: object, more: object = {}) =>
  changesOfRequest({ kind: 'edit-connector', cloud: 'azure', version: 'v1', before, spec, ...more });

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
  expect(changesOfRequest({ kind: 'attach-member', member: '7' })).toEqual([
    { field: 'member', before: null, after: '7' },
  ]);
  expect(changesOfRequest({ kind: 'detach-members', members: ['7', '8'] })).toEqual([
    { field: 'members', before: '7, 8', after: null },
  ]);
});

test('other requests, and those left out for their length, tell of no change', () => {
  for (const request of [
    undefined,
    { kind: 'run-connector', stateBefore: 'errors' },
    { kind: 'edit-connector' },
  ]) {
    expect(changesOfRequest(request)).toEqual([]);
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
  expect(changesOfRequest({ kind: 'create-connector', cloud: 'azure', spec, runNow: true })).toEqual([
    { field: 'name', before: null, after: 'Contoso' },
    { field: 'cspm', before: null, after: 'yes' },
    { field: 'scope.included', before: null, after: 'a, b' },
    { field: 'runNow', before: null, after: 'yes' },
  ]);
});
