/** How each program of the stack is started: its command and its environment. */
import { join } from 'node:path';
import process from 'node:process';
import { childEnvironment } from '../child-environment.ts';
import type { ServiceOptions } from '../service-process.ts';
import { viteBinary } from '../web-build/web-build.ts';
import type { DemoCredentials } from './demo-credentials.ts';
import type { StackSettings } from './stack-settings.ts';

const root = join(import.meta.dirname, '../../../..');

export const simulatorName = 'simulator';

export function simulatorService(settings: StackSettings, credentials: DemoCredentials): ServiceOptions {
  return {
    name: simulatorName,
    ...nodeProgram('packages/gateway-simulator/src/main.ts', settings.dev),
    env: {
      ...childEnvironment(process.env, ['SIMULATOR_']),
      SIMULATOR_PORT: String(settings.simulatorPort),
      SIMULATOR_CLIENT_ID: credentials.clientId,
      SIMULATOR_CLIENT_SECRET: credentials.clientSecret,
      SIMULATOR_STATE_FILE: join(settings.dataDir, 'simulator-state.json'),
    },
  };
}

/** `port` differs from the settings in development, where Vite answers at the public address and forwards `/api`. */
export function consoleService(
  settings: StackSettings,
  port: number,
  credentials: DemoCredentials | undefined,
): ServiceOptions {
  return {
    name: 'console',
    ...nodeProgram('apps/bff/src/main.ts', settings.dev),
    env: {
      ...childEnvironment(process.env, ['CONSOLE_', 'NODE_', 'PG']),
      CONSOLE_HOST: settings.dev ? '127.0.0.1' : settings.host,
      CONSOLE_PORT: String(port),
      CONSOLE_PUBLIC_URL: settings.publicUrl,
      CONSOLE_DATA_DIR: settings.dataDir,
      ...(credentials ? demoEnvironment(settings, credentials) : { CONSOLE_DEMO: '0' }),
    },
  };
}

export function webDevService({ host, port }: StackSettings, consolePort: number): ServiceOptions {
  const options = ['--host', host, '--port', String(port), '--strictPort', '--clearScreen', 'false'];
  return {
    name: 'web',
    command: process.execPath,
    args: [viteBinary, ...options],
    cwd: join(root, 'apps/web'),
    env: { CONSOLE_DEV_BFF: `http://127.0.0.1:${consolePort}` },
  };
}

function demoEnvironment(settings: StackSettings, credentials: DemoCredentials): Record<string, string> {
  const host = `127.0.0.1:${settings.simulatorPort}`;
  return {
    CONSOLE_DEMO: '1',
    CONSOLE_DEMO_GATEWAY_URL: `http://${host}`,
    CONSOLE_DEMO_CLIENT_ID: credentials.clientId,
    CONSOLE_DEMO_CLIENT_SECRET: credentials.clientSecret,
    CONSOLE_GATEWAY_HOSTS: [process.env.CONSOLE_GATEWAY_HOSTS, host].filter(Boolean).join(','),
  };
}

function nodeProgram(file: string, dev: boolean): Pick<ServiceOptions, 'command' | 'args' | 'cwd'> {
  const watch = dev ? ['--watch', '--watch-preserve-output'] : [];
  return { command: process.execPath, args: [...watch, join(root, file)], cwd: root };
}
