/**
 * `npm start`: the simulator and the console with its own database, in one process tree that Ctrl-C ends.
 * `npm run dev` (`--dev`): the same with hot reload.
 */
import process from 'node:process';
import { freePort, isPortFree } from '../free-port.ts';
import {
  type ServiceOptions,
  type ServiceProcess,
  startService,
  waitUntilReady,
} from '../service-process.ts';
import { buildWeb } from '../web-build/web-build.ts';
import { demoCredentials } from './demo-credentials.ts';
import { createEnding } from './ending.ts';
import { lineForPeople } from './log-lines.ts';
import { consoleService, simulatorName, simulatorService, webDevService } from './stack-services.ts';
import { type StackSettings, stackSettings } from './stack-settings.ts';

const START_PATIENCE_MS = 120_000;
const withoutSimulator =
  'the console goes on without it, and its workspace Demo cannot reach its gateway until npm start is run again';
const ending = createEnding((code) => process.exit(code));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ending.onSignal);
try {
  await start(stackSettings(process.env, process.argv.includes('--dev')));
} catch (error) {
  if (!ending.isUnderWay()) console.error(error instanceof Error ? error.message : error);
  await ending.endWith(1);
}

async function start(settings: StackSettings): Promise<void> {
  await refuseTakenPorts(settings);
  if (!settings.dev && buildWeb().fresh) console.log('The web app is built.');
  const credentials = settings.demo ? await demoCredentials(settings.dataDir) : undefined;
  if (credentials) run(simulatorService(settings, credentials));
  const consolePort = settings.dev ? await freePort() : settings.port;
  const consoleProcess = run(consoleService(settings, consolePort, credentials));
  const host = settings.dev || settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host;
  await waitUntilReady(consoleProcess, `http://${host}:${consolePort}/readyz`, START_PATIENCE_MS);
  if (settings.dev) {
    await waitUntilReady(run(webDevService(settings, consolePort)), settings.publicUrl, START_PATIENCE_MS);
  }
  announce(settings);
}

async function refuseTakenPorts({ host, port, simulatorPort, demo }: StackSettings): Promise<void> {
  const consoles = { variable: 'CONSOLE_PORT', port, host, user: 'console' };
  const simulators = {
    variable: 'SIMULATOR_PORT',
    port: simulatorPort,
    host: '127.0.0.1',
    user: 'simulator',
  };
  for (const wanted of demo ? [consoles, simulators] : [consoles]) {
    if (await isPortFree(wanted.port, wanted.host)) continue;
    throw new Error(
      `Port ${wanted.port}, meant for the ${wanted.user}, is taken by another program (perhaps a console that still runs). ` +
        `End that program or choose another port: ${wanted.variable}=${wanted.port + 10} npm start`,
    );
  }
}

/** Starts a service. When one ends unexpectedly that the console cannot do without, all others are stopped. */
function run(options: ServiceOptions): ServiceProcess {
  const service = startService({ ...options, onLine: (line) => show(options.name, line) });
  ending.add(service);
  void service.ended.then((how) => {
    if (ending.isUnderWay()) return;
    const isNeeded = options.name !== simulatorName;
    const meaning = isNeeded ? 'everything else is stopped' : withoutSimulator;
    console.error(`The ${options.name} ${how}; ${meaning}. Its last lines were:`);
    for (const line of service.lastLines().slice(-20)) console.error(`  ${line}`);
    if (isNeeded) void ending.endWith(1);
  });
  return service;
}

function announce({ publicUrl, demo, simulatorPort, dataDir }: StackSettings): void {
  console.log(`Console ready at ${publicUrl}`);
  if (demo)
    console.log(`The workspace Demo talks to a simulated gateway at http://127.0.0.1:${simulatorPort}.`);
  console.log(`Ctrl-C stops everything; what you did stays in ${dataDir}.`);
}

/** The console writes its one-time link as a plain line for as long as there is no administrator. */
function show(service: string, line: string): void {
  const link = /\bhttps?:\S+\/setup\?token=\S+/.exec(line)?.[0];
  if (link) {
    console.log(`\nFirst time here? This link works once and makes you the administrator:\n${link}\n`);
    return;
  }
  if (line.includes(' ready at http')) return; // `announce` says it once for all services
  const shown = lineForPeople(service, line);
  if (shown !== undefined) console.log(shown);
}
