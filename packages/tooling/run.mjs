// The bootstrap: runs on Node >= 20 without a dependency, so that `npm start` and `npm test` need nothing else. It installs
// with the pinned pnpm, then starts the named script with Node 24: the one from the lockfile where there is such a binary,
// else the Node that runs this file. There is one process below this one, so that a signal has one way to go.
import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

await install();
const node = nodeThatRunsTypeScript();
const PATH = [`${root}node_modules/.bin`, dirname(node), process.env.PATH].join(delimiter);
const { NODE_COMPILE_CACHE = `${root}.tsbuild/compile-cache` } = process.env;
await run(node, process.argv.slice(2), { env: { ...process.env, PATH, NODE_COMPILE_CACHE } });

/** Brings `node_modules` in line with the lockfile; takes pnpm well under a second when nothing changed. */
async function install() {
  // A linked folder belongs to another checkout: installing would turn the links of that one to here.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const flags = ['--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'];
  const shell = process.platform === 'win32';
  await run('npx', ['--yes', packageManager, 'install', ...flags], {
    shell,
    env: withoutSettings(process.env),
  });
}

/** Keys and passwords of the console are no business of a package that is installed. */
function withoutSettings(environment) {
  const isOurs = ([name]) => /^(CONSOLE_|SIMULATOR_|PG)/.test(name);
  return Object.fromEntries(Object.entries(environment).filter((entry) => !isOurs(entry)));
}

function nodeThatRunsTypeScript() {
  const fromLockfile = `${root}node_modules/node-${process.platform}-${process.arch}/bin/node`;
  const suitable = [fromLockfile, process.execPath].find((binary) => majorVersionOf(binary) >= 24);
  if (suitable) return suitable;
  return giveUp(
    `This project runs on Node 24, which could not be installed for ${process.platform}-${process.arch}; ` +
      `you have ${process.version}. Please install Node 24 or newer (https://nodejs.org) and run the command again.`,
  );
}

/** 0 where there is no such binary. */
function majorVersionOf(binary) {
  return Number(/^v(\d+)/.exec(spawnSync(binary, ['-v'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);
}

/** Resolves when the command succeeded; otherwise ends this process the way the command ended. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const stopForwarding = forwardSignalsTo(child);
    child.once('error', (error) => giveUp(whyItDidNotStart(command, error)));
    child.once('exit', (code, signal) => {
      stopForwarding();
      if (code === 0) resolve();
      else process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** While the child lives it answers signals: it cleans up, and this process waits for it. */
function forwardSignalsTo(child) {
  const forward = (signal) => child.kill(signal);
  // A terminal sends Ctrl-C to the child as well; forwarding it would send it twice.
  const leaveToTerminal = (signal) => process.stdin.isTTY || forward(signal);
  const handlers = Object.entries({ SIGINT: leaveToTerminal, SIGTERM: forward, SIGHUP: forward });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  // npm that is ended by a signal may not forward it; then this process has lost its parent and ends the child itself.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    forward('SIGTERM');
  }, 500).unref();
  return () => {
    clearInterval(watch);
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

function whyItDidNotStart(command, error) {
  if (error.code !== 'ENOENT') return `${command} could not be started: ${error.message}`;
  return `${command} was not found. It comes with npm: please install Node with npm and run the command again.`;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
