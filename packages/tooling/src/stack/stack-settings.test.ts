import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { stackSettings } from './stack-settings.ts';

test('with nothing set, the demo runs on this machine alone', () => {
  expect(stackSettings({}, false)).toEqual({
    dev: false,
    demo: true,
    host: '127.0.0.1',
    port: 4000,
    simulatorPort: 4100,
    dataDir: resolve('.data'),
    publicUrl: 'http://127.0.0.1:4000',
  });
});

test('a console behind a proxy is announced at its public address', () => {
  const settings = stackSettings(
    { CONSOLE_PUBLIC_URL: 'https://console.example.com', CONSOLE_DEMO: '0' },
    false,
  );
  expect(settings).toMatchObject({ publicUrl: 'https://console.example.com', demo: false });
});

test('a port that is none is refused by name', () => {
  expect(() => stackSettings({ SIMULATOR_PORT: '41OO' }, false)).toThrow(
    'SIMULATOR_PORT must be a port number',
  );
});
