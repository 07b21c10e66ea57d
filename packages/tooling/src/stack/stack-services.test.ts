import { expect, test, vi } from 'vitest';
import { consoleService, simulatorService } from './stack-services.ts';
import { stackSettings } from './stack-settings.ts';

test('SEC-19 the simulator gets no key and no password of the console, and the console gets all its settings', () => {
  vi.stubEnv('CONSOLE_KEYS', 'canary-key');
  vi.stubEnv('CONSOLE_ADMIN_PASSWORD', 'canary-password');
  vi.stubEnv('CONSOLE_DATABASE_URL', 'postgresql://canary');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'canary-of-another-program');
  const settings = stackSettings({}, false);
  const credentials = { clientId: 'demo', clientSecret: 'demo-secret' };
  const simulator = simulatorService(settings, credentials).env;
  const console = consoleService(settings, 4000, credentials).env;
  vi.unstubAllEnvs();

  expect(JSON.stringify(simulator)).not.toContain('canary');
  expect(console).toMatchObject({ CONSOLE_KEYS: 'canary-key', CONSOLE_DATABASE_URL: 'postgresql://canary' });
  expect(JSON.stringify(console)).not.toContain('canary-of-another-program');
});
