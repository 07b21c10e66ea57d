import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewayOperations as on } from '@console/gateway-contract';
import { afterAll, expect, test } from 'vitest';
import { sampleTenant, startSimulator } from './simulator-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the world survives a restart: connectors, runs under way, known tenants, settings and time', async () => {
  const stateFile = join(folder, 'kept', 'state.json');
  const body = {
    ...sampleTenant,
    name: 'Kept',
    connectorAppInfos: [{ name: 'AI', identifier: sampleTenant.applicationId, tagId: null }],
    tenantName: 'Kept',
    orgRunFrequency: { hours: 24, minutes: 0 },
    connectorRunFrequency: { hours: 24, minutes: 0 },
    connectorPrefixName: 'kept',
    includedMem: ['Platform'],
  };
  const first = await startSimulator({ stateFile });
  await first.read(on.A1, { body: sampleTenant });
  const { id } = await first.read(on.A3, { body });
  first.control.setSettings({ licenceLimit: 1_234 });
  first.control.advance(10);
  await first.read(on.A7, { body: [Number(id)] });
  const digest = first.control.digest();
  await first.close();
  expect(readFileSync(stateFile, 'utf8')).not.toContain(sampleTenant.secretValue);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['state.json']);

  await using second = await startSimulator({ stateFile });
  expect(second.control.digest()).toBe(digest);
  expect(second.control.settings().licenceLimit).toBe(1_234);
  const { secretValue: _secret, ...tenant } = sampleTenant;
  expect((await second.read(on.A8, { body: tenant })).rows).toHaveLength(48);
  second.control.advance(15);
  expect(await second.read(on.A6, { params: { id } })).toMatchObject({ state: 'FINISHED_SUCCESS' });
});

test('a file of another seed, or one that cannot be read, makes room for a fresh world', async () => {
  const stateFile = join(folder, 'other.json');
  await (await startSimulator({ stateFile, seed: 'empty' })).close();
  await using demo = await startSimulator({ stateFile });
  expect((await demo.read(on.A5)).rows.length).toBeGreaterThan(0);
  writeFileSync(stateFile, '{"version":1,');
  await using fresh = await startSimulator({ stateFile });
  expect((await fresh.read(on.A5)).rows.length).toBeGreaterThan(0);
});

test('as a process it says when it is ready, keeps its world on SIGTERM and ends cleanly', async () => {
  const stateFile = join(folder, 'process.json');
  const simulator = run({ SIMULATOR_PORT: '0', SIMULATOR_STATE_FILE: stateFile });
  const said = await firstWords(simulator);
  expect(said).toMatch(/^Simulator ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  simulator.kill('SIGTERM');
  expect(await exitCode(simulator)).toBe(0);
  expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ version: 1, world: { seed: 'demo' } });
});

test('as a process it names every wrong setting of its environment and does not start', async () => {
  const simulator = run({ SIMULATOR_PORT: 'x', SIMULATOR_SEED: 'huge' });
  let complaint = '';
  simulator.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  expect(await exitCode(simulator)).toBe(1);
  expect(complaint).toContain('SIMULATOR_PORT');
  expect(complaint).toContain('SIMULATOR_SEED');
});

test('as a process it says in one sentence that its port is taken', async () => {
  await using occupant = await startSimulator({ seed: 'empty' });
  const simulator = run({ SIMULATOR_PORT: String(occupant.port) });
  let complaint = '';
  simulator.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  expect(await exitCode(simulator)).toBe(1);
  expect(complaint).toBe(
    'The simulator cannot start: its port is in use; choose another with SIMULATOR_PORT.\n',
  );
});

function run(environment: Record<string, string>): ChildProcess {
  const main = new URL('./main.ts', import.meta.url).pathname;
  return spawn(process.execPath, [main], { env: { ...process.env, ...environment } });
}

function firstWords(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}.`)));
  });
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
