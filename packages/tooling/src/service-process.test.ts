import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort, isPortFree } from './free-port.ts';
import { type ServiceProcess, startService, waitUntilReady } from './service-process.ts';

function startProgram(source: string, env: Record<string, string> = {}): ServiceProcess {
  const args = ['--input-type=module', '--eval', source];
  const service = startService({
    name: 'program',
    command: process.execPath,
    args,
    env,
    cwd: import.meta.dirname,
  });
  onTestFinished(() => service.kill());
  return service;
}

const server = `
  import { createServer } from 'node:http';
  createServer((_, answer) => answer.end('ready')).listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => { console.log('goodbye'); process.exit(0); });
`;

test('a service is waited for, and ends when it is asked to', async () => {
  const port = await freePort();
  const service = startProgram(server, { PORT: String(port) });
  await waitUntilReady(service, `http://127.0.0.1:${port}/`, 60_000);
  expect(await isPortFree(port, '127.0.0.1')).toBe(false);

  await service.stop();

  expect(service.lastLines()).toEqual(['goodbye']);
  expect(await service.ended).toBe('ended with code 0');
  expect(await isPortFree(port, '127.0.0.1')).toBe(true);
});

test('SEC-19 a service gets nothing of the environment but its own settings and what every program needs', async () => {
  vi.stubEnv('CONSOLE_KEYS', 'canary-key');
  vi.stubEnv('PGPASSWORD', 'canary-password');
  const service = startProgram('console.log(JSON.stringify(process.env));', { OWN: 'setting' });
  await service.ended;
  vi.unstubAllEnvs();

  expect(service.lastLines().join('')).not.toContain('canary');
  expect(JSON.parse(service.lastLines()[0] ?? '')).toMatchObject({ OWN: 'setting', PATH: process.env.PATH });
});

test('a service that dies before it is ready is reported with its last words', async () => {
  const service = startProgram("console.error('no database'); process.exit(3);");
  const ready = waitUntilReady(service, `http://127.0.0.1:${await freePort()}/`, 60_000);
  await expect(ready).rejects.toThrow(/program ended with code 3\.\nno database/);
});

test('a service that never gets ready is reported after the time it was given', async () => {
  const service = startProgram('setInterval(() => undefined, 1_000);');
  const url = `http://127.0.0.1:${await freePort()}/`;
  await expect(waitUntilReady(service, url, 300)).rejects.toThrow('was not ready after');
});

test('a program that does not exist is reported as such', async () => {
  const service = startService({ name: 'ghost', command: '/nowhere/ghost', args: [], env: {}, cwd: '/' });
  expect(await service.ended).toContain('could not be started');
  await service.stop();
});

test('a service ends with the process that started it', async () => {
  const port = await freePort();
  const service = startProgram(`
    const { startService, waitUntilReady } = await import(${JSON.stringify(join(import.meta.dirname, 'service-process.ts'))});
    const args = ['--input-type=module', '--eval', ${JSON.stringify(server)}];
    const env = { PORT: '${port}' };
    const inner = startService({ name: 'inner', command: process.execPath, args, env, cwd: '.' });
    await waitUntilReady(inner, 'http://127.0.0.1:${port}/', 60_000);
    process.exit(0);
  `);

  expect(await service.ended).toBe('ended with code 0');

  await expect.poll(() => isPortFree(port, '127.0.0.1')).toBe(true);
});
