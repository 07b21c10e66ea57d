/** What the stack runs and where, from the environment. Everything else of the environment goes to the console as it is. */
import { resolve } from 'node:path';

export type StackSettings = {
  /** Hot reload instead of the built web app. */
  dev: boolean;
  /** With the simulator and a workspace named Demo that is connected to it. */
  demo: boolean;
  host: string;
  port: number;
  simulatorPort: number;
  /** Absolute, so that it means the same folder in every child. */
  dataDir: string;
  /** Where people open the console. */
  publicUrl: string;
};

type Environment = Record<string, string | undefined>;

export function stackSettings(environment: Environment, dev: boolean): StackSettings {
  const host = environment.CONSOLE_HOST ?? '127.0.0.1';
  const port = portFrom(environment, 'CONSOLE_PORT', 4000);
  return {
    dev,
    demo: environment.CONSOLE_DEMO !== '0',
    host,
    port,
    simulatorPort: portFrom(environment, 'SIMULATOR_PORT', 4100),
    dataDir: resolve(environment.CONSOLE_DATA_DIR ?? '.data'),
    publicUrl: environment.CONSOLE_PUBLIC_URL ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
  };
}

function portFrom(environment: Environment, name: string, fallback: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number between 1 and 65535, not "${text}".`);
}
