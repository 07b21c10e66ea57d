/** Pages that stay open share what the gateway tells: neither their number nor how often they ask costs its calls. */
import { endpoints } from '@console/console-contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  startConnected,
  untilReleased,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  // No call to the gateway is given up while a test runs: only what the readers do by themselves ends their wait.
  client = await startConnected({ seed: 'demo', simulated: { pace: 100 }, deadlines: { read: 3_600_000 } });
});
afterEach(() => client.vendor.clearFaults());
afterAll(() => client[Symbol.asyncDispose]());

async function addressOf(cloud: 'azure' | 'aws', wanted: string) {
  const { connectors } = await client.wholeList();
  const id = connectors.find(({ name }) => name === wanted)?.id ?? '';
  return { params: { workspace: client.workspace.id, cloud, id } };
}
type Address = Awaited<ReturnType<typeof addressOf>>;

const open = (address: Address) => client.ask(endpoints.readConnector, address);
const watch = (address: Address) =>
  client.ask(endpoints.readConnector, { ...address, query: { watching: '1' } });
const readings = () => client.calls('A6').length + client.calls('W4').length;

/** Ten minutes of pages that ask every three seconds. */
async function keepOpen(address: Address, pages: number): Promise<number> {
  const before = readings();
  for (let seconds = 0; seconds < 600; seconds += 3) {
    await Promise.all(Array.from({ length: pages }, () => watch(address)));
    client.advance(3);
  }
  return readings() - before;
}

test('pages on which nothing happens cost a reading a minute, however many are open', async () => {
  const address = await addressOf('azure', 'Northwind Production');
  await open(address);

  expect(await keepOpen(address, 5)).toBeLessThanOrEqual(12);
});

test('a job that runs is followed for all pages that show it: ever more rarely, and not by each', async () => {
  const address = await addressOf('aws', 'Northwind Commerce');
  await client.ask(endpoints.runConnector, { ...address, body: { idempotencyKey: crypto.randomUUID() } });

  expect(await keepOpen(address, 5)).toBeLessThanOrEqual(30);
  client.vendor.advance(1200);
  client.advance(61);
  await eventually(
    () => watch(address),
    ({ connector }) => connector.state === 'succeeded',
  );
});

test('pages watch within the call budget: what is left of it belongs to users', async () => {
  const address = await addressOf('azure', 'Northwind Production');
  await open(address);
  client.advance(120);
  client.vendor.setFaults([
    {
      operation: 'A6',
      fault: {
        headers: {
          'X-RateLimit-Limit': '300',
          'X-RateLimit-Remaining': '20',
          'X-RateLimit-Window-Sec': '3600',
        },
      },
    },
  ]);
  await open(address);
  client.advance(120);
  const before = readings();

  await watch(address);
  client.advance(120);
  const { source } = await watch(address);

  expect(source).toBe('snapshot');
  expect(readings() - before).toBeLessThanOrEqual(1);
  expect((await open(address)).source).toBe('gateway');
});

test('every reader of a connector that the gateway takes long to tell gets what was seen last, not only the first', async () => {
  const address = await addressOf('azure', 'Northwind Production');
  await open(address);
  client.advance(120);
  client.vendor.setFaults([{ operation: 'A6', fault: untilReleased }]);

  const readers = [open(address), open(address), watch(address)];
  await client.arrived('A6');
  client.bff.clock.passDeadlines(3);
  const answers = await Promise.all(readers);

  expect(answers.map(({ source }) => source)).toEqual(['snapshot', 'snapshot', 'snapshot']);
});
