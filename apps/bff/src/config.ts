/**
 * The environment, read once and whole: `readConfig` answers settings that fit together, or throws every problem at a time. Nothing
 * but this file and `main.ts` reads the environment.
 */
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NewPassword } from '@console/console-contract';
import { z } from 'zod';
import type { RetentionDays } from './composition.ts';
import {
  originOfListener,
  readGatewayHosts,
  readPublicOrigin,
  readTrustedProxies,
  SettingProblem,
} from './config-origins.ts';
import { Settings } from './config-settings.ts';
import { type KeyEncryptionKey, parseKeyEncryptionKeys } from './key-encryption-keys.ts';
import { Secret } from './ports/secret.ts';

export type Config = {
  host: string;
  port: number;
  /** The only origin the console believes it has, such as `https://console.example.com`. */
  publicOrigin: string;
  /** Plain http beyond this machine was asked for by name: the log says at every start what that means. */
  insecureHttp: boolean;
  dataDir: string;
  /** Absent: the console brings its own Postgres along. */
  databaseUrl: Secret | undefined;
  /** Newest first. Absent: generated into the data directory. */
  keys: readonly KeyEncryptionKey[] | undefined;
  /** Made at the first start, while there is no administrator. */
  admin: { email: string; password: Secret } | undefined;
  /** The simulator that a workspace named *Demo* is connected to. */
  demo: { gatewayUrl: string; clientId: string; clientSecret: Secret } | undefined;
  /** `host` or `host:port` beside the known platforms; the demo's own is among them. */
  gatewayHosts: readonly string[];
  logLevel: LogLevel;
  /** How often the snapshot of every workspace is refreshed. */
  refreshSeconds: number;
  /** How long a change whose answer was lost is looked for before it is declared absent. */
  settleSeconds: number;
  /** How long what has ended is stored. */
  retention: RetentionDays;
  /** CIDR of the proxies whose forwarding headers are believed. */
  trustedProxies: readonly string[];
  /** Lets programs on other machines read the metrics. */
  metricsToken: Secret | undefined;
  /** Folder of the built single-page app. */
  webDir: string;
};

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every problem of the environment, one sentence each, none of which repeats a secret. */
export class ConfigProblems extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The console cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigProblems';
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment): Config {
  const settings = new Settings(environment);
  const config = read(settings);
  if (settings.problems.length > 0) throw new ConfigProblems(settings.problems);
  return config;
}

function read(settings: Settings): Config {
  const host = settings.value('CONSOLE_HOST') ?? '127.0.0.1';
  const port = settings.number('CONSOLE_PORT', { fallback: 4000, min: 1, max: 65_535 });
  const insecureHttp = settings.flag('CONSOLE_INSECURE_HTTP');
  const publicOrigin = readOrigin(settings, { host, port, insecureHttp });
  const demo = readDemo(settings);
  const gatewayHosts = settings.parsed('CONSOLE_GATEWAY_HOSTS', readGatewayHosts) ?? [];
  refuseUnverifiedTls(settings);
  return {
    host,
    port,
    publicOrigin,
    insecureHttp,
    dataDir: resolve(settings.value('CONSOLE_DATA_DIR') ?? '.data'),
    databaseUrl: readDatabaseUrl(settings),
    keys: settings.parsed('CONSOLE_KEYS', parseKeyEncryptionKeys),
    admin: readAdmin(settings),
    demo,
    gatewayHosts:
      demo === undefined ? gatewayHosts : [...new Set([...gatewayHosts, hostOf(demo.gatewayUrl)])],
    logLevel: settings.oneOf('CONSOLE_LOG_LEVEL', logLevels) ?? 'info',
    refreshSeconds: settings.number('CONSOLE_REFRESH_SECONDS', { fallback: 300, min: 5, max: 86_400 }),
    settleSeconds: settings.number('CONSOLE_SETTLE_SECONDS', { fallback: 90, min: 1, max: 3600 }),
    retention: readRetention(settings),
    trustedProxies: settings.parsed('CONSOLE_TRUSTED_PROXIES', readTrustedProxies) ?? [],
    metricsToken: readMetricsToken(settings),
    webDir: readWebDir(settings),
  };
}

type Listener = { host: string; port: number; insecureHttp: boolean };

function readOrigin(settings: Settings, { host, port, insecureHttp }: Listener): string {
  const parse = (value: string) => readPublicOrigin(value, { insecureAllowed: insecureHttp });
  const asked = settings.parsed('CONSOLE_PUBLIC_URL', parse);
  if (asked !== undefined || settings.value('CONSOLE_PUBLIC_URL') !== undefined) return asked ?? '';
  const own = originOfListener(host, port);
  return settings.attempt(`CONSOLE_PUBLIC_URL is not set, and its default ${own}`, () => parse(own)) ?? '';
}

function readDatabaseUrl(settings: Settings): Secret | undefined {
  return settings.parsed('CONSOLE_DATABASE_URL', (value) => {
    const protocol = URL.canParse(value) ? new URL(value).protocol : undefined;
    if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
      throw new SettingProblem('must be a postgresql:// address.'); // not repeated: a password stands in it
    }
    return new Secret(value);
  });
}

function readAdmin(settings: Settings): Config['admin'] {
  const email = settings.parsed('CONSOLE_ADMIN_EMAIL', (value) => {
    if (!z.email().safeParse(value).success) throw new SettingProblem('is not an e-mail address.');
    return value;
  });
  const password = settings.secret('CONSOLE_ADMIN_PASSWORD');
  if (password !== undefined && !NewPassword.safeParse(password.exposeSecret()).success) {
    settings.problem('CONSOLE_ADMIN_PASSWORD must be at least 15 characters and at most 1024 bytes.');
  }
  if ((settings.value('CONSOLE_ADMIN_EMAIL') === undefined) !== (password === undefined)) {
    settings.problem('CONSOLE_ADMIN_EMAIL and CONSOLE_ADMIN_PASSWORD go together: set both or neither.');
  }
  return email !== undefined && password !== undefined ? { email, password } : undefined;
}

function readDemo(settings: Settings): Config['demo'] {
  if (!settings.flag('CONSOLE_DEMO')) return undefined;
  const names = ['CONSOLE_DEMO_GATEWAY_URL', 'CONSOLE_DEMO_CLIENT_ID', 'CONSOLE_DEMO_CLIENT_SECRET'];
  for (const name of names) {
    if (settings.value(name) === undefined) settings.problem(`${name} must be set when CONSOLE_DEMO is 1.`);
  }
  const gatewayUrl = settings.parsed('CONSOLE_DEMO_GATEWAY_URL', (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (
      url === undefined ||
      !['http:', 'https:'].includes(url.protocol) ||
      url.pathname !== '/' ||
      url.username !== ''
    ) {
      throw new SettingProblem('must be the http or https origin of the simulator.');
    }
    return url.origin;
  });
  const clientId = settings.value('CONSOLE_DEMO_CLIENT_ID');
  const clientSecret = settings.secret('CONSOLE_DEMO_CLIENT_SECRET');
  if (gatewayUrl === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { gatewayUrl, clientId, clientSecret };
}

/** One variable of Node's own switches off every check of whom the console talks to, for the gateway and the database alike. */
function refuseUnverifiedTls(settings: Settings): void {
  if (settings.value('NODE_TLS_REJECT_UNAUTHORIZED') !== '0') return;
  settings.problem(
    'NODE_TLS_REJECT_UNAUTHORIZED is 0, so that secrets could be sent to any server: unset it, and trust a private authority with NODE_EXTRA_CA_CERTS.',
  );
}

function readRetention(settings: Settings): RetentionDays {
  const days = (name: string, fallback: number) => settings.number(name, { fallback, min: 1, max: 3650 });
  return {
    activityDays: days('CONSOLE_ACTIVITY_DAYS', 400),
    operationDays: days('CONSOLE_OPERATION_DAYS', 90),
    draftDays: days('CONSOLE_DRAFT_DAYS', 180),
  };
}

function readMetricsToken(settings: Settings): Secret | undefined {
  return settings.parsed('CONSOLE_METRICS_TOKEN', (value) => {
    if (/^[\x21-\x7e]{16,512}$/.test(value)) return new Secret(value);
    throw new SettingProblem('must be 16 to 512 characters without spaces.');
  });
}

function readWebDir(settings: Settings): string {
  const asked = settings.value('CONSOLE_WEB_DIR');
  if (asked !== undefined) return isAbsolute(asked) ? asked : resolve(asked);
  return fileURLToPath(new URL('../../web/dist', import.meta.url));
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
