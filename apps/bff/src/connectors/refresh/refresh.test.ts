import { expect, test } from 'vitest';
import { createConnectorGateways } from '../../adapters/gateway/gateways.ts';
import { Secret } from '../../ports/secret.ts';
import { createTestClock } from '../../test-bench/test-clock.ts';
import { createRefresher } from './refresh.ts';

/** Never called: what is read of it is up to the test. */
const gateway = createConnectorGateways().of({
  workspaceId: 'one',
  apiServerUrl: 'https://api.example',
  gatewayUrl: 'https://gateway.example',
  authPath: '/auth/oidc',
  clientId: 'client',
  secretVersion: 1,
  openSecret: () => new Secret('never opened'),
});

test('a console that stops waits for the refresh under way, and begins none that was waiting behind it', async () => {
  const lists = Promise.withResolvers<void>();
  const asked: string[] = [];
  const refresher = createRefresher({
    gatewayOf: () => Promise.resolve(gateway),
    backgroundGatewayOf: () => Promise.resolve(gateway),
    leases: { take: () => Promise.resolve(new Date()), release: () => Promise.resolve() },
    refreshCloud: async ({ cloud }) => {
      asked.push(cloud);
      await lists.promise;
    },
    readDetails: () => Promise.resolve(false),
    clock: createTestClock(),
    log: { info: () => {}, warn: () => {} },
  });
  void refresher.refresh('one');
  const behind = refresher.refreshAnew('one');
  await expect.poll(() => asked).toHaveLength(2);

  let stopped = false;
  const stop = refresher.drain().then(() => {
    stopped = true;
  });
  await Promise.resolve();
  expect(stopped).toBe(false);

  lists.resolve();
  await stop;
  await behind;
  await refresher.refresh('another').done;
  expect(asked).toEqual(['azure', 'aws']);
});
