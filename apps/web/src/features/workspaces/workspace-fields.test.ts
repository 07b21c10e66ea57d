import type { Workspace } from '@console/console-contract';
import { expect, test } from 'vitest';
import {
  emptyWorkspace,
  secretIsNeeded,
  toNewWorkspace,
  toWorkspaceChange,
  valuesOf,
  workspaceErrors,
} from './workspace-fields.ts';

const stored: Workspace = {
  id: '0b6ff1b2-6a57-4b6e-9c38-9a6b14f2ab01',
  name: 'Northwind Group',
  platform: 'US2',
  apiServerUrl: 'https://qualysapi.qg2.apps.qualys.com',
  gatewayUrl: 'https://gateway.qg2.apps.qualys.com',
  authPath: '/auth/oidc',
  clientId: 'client-1',
  secret: {
    configured: true,
    updatedAt: '2026-11-20T10:00:00Z',
    updatedBy: 'Morgan Kim',
    fingerprint: 'a1b2c3',
  },
  verification: null,
  demo: false,
  createdAt: '2026-11-20T10:00:00Z',
};

test('an empty form names every field that is missing', () => {
  expect(Object.keys(workspaceErrors(emptyWorkspace, undefined))).toEqual([
    'name',
    'platform',
    'clientId',
    'clientSecret',
  ]);
});

test('a known platform is sent without addresses, a custom one with both', () => {
  const filled = {
    ...emptyWorkspace,
    name: ' Northwind ',
    platform: 'US2',
    clientId: ' c ',
    clientSecret: 's',
  };
  expect(toNewWorkspace(filled)).toEqual({
    name: 'Northwind',
    platform: 'US2',
    authPath: '/auth/oidc',
    clientId: 'c',
    clientSecret: 's',
  });
  const custom = {
    ...filled,
    platform: 'custom',
    apiServerUrl: 'https://a.example',
    gatewayUrl: 'https://g.example ',
  };
  expect(toNewWorkspace(custom)).toMatchObject({
    apiServerUrl: 'https://a.example',
    gatewayUrl: 'https://g.example',
  });
});

test('a custom address needs a scheme and no path', () => {
  const custom = {
    ...valuesOf(stored),
    platform: 'custom',
    apiServerUrl: 'api.example.com',
    gatewayUrl: 'https://g.example/x',
  };
  expect(workspaceErrors({ ...custom, clientSecret: 's' }, stored)).toHaveProperty('apiServerUrl');
  expect(workspaceErrors({ ...custom, clientSecret: 's' }, stored)).toHaveProperty('gatewayUrl');
});

test('a new name leaves the secret alone and sends nothing else', () => {
  const values = { ...valuesOf(stored), name: 'Northwind' };
  expect(workspaceErrors(values, stored)).toEqual({});
  expect(toWorkspaceChange(values, stored)).toEqual({ name: 'Northwind' });
});

test('another platform or client id asks for the secret again', () => {
  expect(secretIsNeeded(valuesOf(stored), stored)).toBe(false);
  for (const change of [{ platform: 'EU1' }, { clientId: 'client-2' }]) {
    const values = { ...valuesOf(stored), ...change };
    expect(secretIsNeeded(values, stored)).toBe(true);
    expect(workspaceErrors(values, stored)).toHaveProperty('clientSecret');
  }
});

test('SEC-09 a row of mask characters is refused as a secret', () => {
  expect(workspaceErrors({ ...valuesOf(stored), clientSecret: '********' }, stored)).toHaveProperty(
    'clientSecret',
  );
});
