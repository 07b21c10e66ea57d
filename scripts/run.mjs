// The bootstrap: runs on any Node ≥ 20 without a single dependency, so that `npm start` and `npm test` need nothing else.
// It installs with the pinned pnpm, then hands the named script to Node 24: the one from the lockfile where there is
// such a binary, else the Node that runs this file. One process below it, so that signals have one way to go.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [script, ...args] = process.argv.slice(2);

await install();
const node = nodeThatRunsTypeScript();
const searchPath = [`${root}node_modules/.bin`, dirname(node), process.env.PATH].join(delimiter);
await run(node, [script, ...args], { env: { ...process.env, PATH: searchPath } });

/** Brings `node_modules` in line with the lockfile; well under a second of pnpm's time when nothing changed. */
async function install() {
  // A linked folder is another checkout's: installing would turn that one's links to here.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const flags = ['--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'];
  await run('npx', ['--yes', packageManager, 'install', ...flags], { shell: process.platform === 'win32' });
}

function nodeThatRunsTypeScript() {
  const fromLockfile = `${root}node_modules/node-${process.platform}-${process.arch}/bin/node`;
  const candidates = existsSync(fromLockfile) ? [fromLockfile, process.execPath] : [process.execPath];
  const suitable = candidates.find((candidate) => majorVersionOf(candidate) >= 24);
  if (suitable) return suitable;
  return giveUp(
    `This project runs on Node 24, which could not be installed for ${process.platform}-${process.arch}; ` +
      `you have ${process.version}. Please install Node 24 or newer (https://nodejs.org) and run the command again.`,
  );
}

function majorVersionOf(binary) {
  const { stdout } = spawnSync(binary, ['-v'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** Resolves when the command succeeded; otherwise ends this process the way the command ended. */
function run(command, commandArgs, options) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit', ...options });
    const stopForwarding = forwardSignalsTo(child);
    child.once('error', (error) => giveUp(whyItDidNotStart(command, error)));
    child.once('exit', (code, signal) => {
      stopForwarding();
      if (code === 0) resolve();
      else process.exit(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** While the child lives, a signal is the child's to answer: it cleans up, and we wait for it. */
function forwardSignalsTo(child) {
  const forward = (signal) => child.kill(signal);
  // A terminal sends Ctrl-C to the child as well, so passing it on would make it two.
  const leaveToTerminal = (signal) => process.stdin.isTTY || forward(signal);
  const handlers = { SIGINT: leaveToTerminal, SIGTERM: forward, SIGHUP: forward };
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  const stopWatching = whenOrphaned(() => forward('SIGTERM'));
  return () => {
    stopWatching();
    for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
  };
}

/** npm that is ended by a signal may not pass it on; then nobody is left who could end us, so we end ourselves. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500).unref();
  return () => clearInterval(watch);
}

function whyItDidNotStart(command, error) {
  if (error.code !== 'ENOENT') return `${command} could not be started: ${error.message}`;
  return `${command} was not found. It comes with npm: please install Node with npm and run the command again.`;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
