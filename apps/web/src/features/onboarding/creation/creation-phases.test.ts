import type { Connector, ConnectorState, Operation } from '@console/console-contract';
import { describe, expect, test } from 'vitest';
import { creationOf, phasesOfCreation } from './creation-phases.ts';

const asked: Operation = {
  id: 'b0a1f1de-7e5f-4f0b-8d56-0f6f1d0a2c01',
  kind: 'create-connector',
  state: 'requested',
  cloud: 'azure',
  connectorId: null,
  connectorName: 'Northwind',
  requestedBy: 'Mira',
  requestedAt: '2026-11-22T10:00:00.000Z',
  sentAt: null,
  settledAt: null,
  problem: null,
  requestId: 'r-1',
  candidates: [],
  followedBy: null,
  items: null,
  job: null,
};
const run: Operation = { ...asked, kind: 'run-connector', state: 'succeeded', connectorId: '77' };
const created: Operation = { ...asked, state: 'succeeded', connectorId: '77', followedBy: run.id };

const problem = {
  code: 'outcome-unknown',
  message: 'The gateway answered with an error (500), so it is not known whether it acted.',
} as const;

function connectorIn(state: ConnectorState): Connector {
  return {
    cloud: 'azure',
    id: '77',
    uuid: null,
    name: 'Northwind',
    description: null,
    state,
    stateText: state.toUpperCase(),
    enabled: true,
    organizationId: null,
    capabilities: [],
    remediation: null,
    runEvery: null,
    memberRunEvery: null,
    memberPrefix: null,
    lastSync: null,
    lastSuccessfulSync: null,
    nextSync: null,
    lastError: null,
    createdBy: null,
    tagIds: [],
    scope: null,
    createForNewAccounts: null,
    disableForDeleted: null,
    activation: null,
    appIdentifiers: null,
    tenantId: null,
    tenantName: null,
    applicationId: null,
    secretExpiresOn: null,
  };
}

function states(...given: Parameters<typeof creationOf>): string[] {
  return phasesOfCreation(creationOf(...given)).map(({ state }) => state);
}

describe('creating tells the truth about what is known', () => {
  test('what is unclear is neither a failure nor a success: the gateway is asked, and why is told', () => {
    const creation = creationOf({ ...asked, state: 'unknown', problem }, undefined, undefined);

    expect(creation.state).toBe('creating');
    expect(phasesOfCreation(creation)).toMatchObject([
      { state: 'active', label: expect.stringContaining('Checking'), detail: problem.message },
    ]);
  });

  test('a connector found by reading is created, and says so', () => {
    const creation = creationOf({ ...created, state: 'adopted', followedBy: null }, undefined, undefined);

    expect(creation).toMatchObject({ state: 'created', id: '77', run: null });
    expect(phasesOfCreation(creation)).toMatchObject([
      { state: 'done', detail: expect.stringContaining('found') },
    ]);
  });

  test.each(['failed', 'absent', 'needs-review'] as const)(
    '%s shows one failed phase and no run',
    (state) => {
      expect(states({ ...asked, state }, undefined, undefined)).toEqual(['failed']);
    },
  );
});

describe('the first run is followed to its end', () => {
  test.each([
    ['pending', ['done', 'active', 'todo', 'todo', 'todo']],
    ['queued', ['done', 'done', 'active', 'todo', 'todo']],
    ['running', ['done', 'done', 'done', 'active', 'todo']],
    ['unknown', ['done', 'done', 'done', 'active', 'todo']],
    ['succeeded', ['done', 'done', 'done', 'done', 'done']],
    ['errors', ['done', 'done', 'done', 'done', 'failed']],
  ] as const)('%s', (state, expected) => {
    expect(states(created, run, connectorIn(state))).toEqual(expected);
  });

  test('a run that may or may not have begun is checked, not claimed, and why is told', () => {
    const [, first] = phasesOfCreation(
      creationOf(created, { ...run, state: 'unknown', problem }, connectorIn('pending')),
    );

    expect(first).toMatchObject({
      state: 'active',
      label: expect.stringContaining('Checking'),
      detail: problem.message,
    });
  });

  test('a run that the gateway refused does not hide that the connector exists', () => {
    const creation = creationOf(created, { ...run, state: 'failed' }, connectorIn('pending'));

    expect(creation).toMatchObject({ state: 'run-refused', id: '77' });
    expect(phasesOfCreation(creation).map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });
});
