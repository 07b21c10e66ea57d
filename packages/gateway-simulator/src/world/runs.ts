/** Runs of connectors: PENDING, QUEUED, PROCESSING, then finished, with members and errors left behind. Time moves them. */
import { explore, type FoundAccount } from './coverage.ts';
import { licenceExhausted } from './provider-errors.ts';
import { drawsFor } from './random.ts';
import {
  type Connector,
  licencesUsed,
  type Member,
  membersOf,
  type Run,
  takeId,
  type World,
} from './world.ts';

/** What a run needs to know beside the world. `pace` multiplies every duration; 0 finishes a run at once. */
export type RunRules = { pace: number; licenceLimit: number };

const newMembersPerRun = 40;
/** Scheduled runs wait their turn, so that a long jump in time does not explore ten thousand clouds at once. */
const scheduledRunsAtOnce = 25;

function isRunning(world: World, connectorId: number): boolean {
  return world.runs.some((run) => run.connectorId === connectorId);
}

/** Marks a connector for running. One that already runs goes on as it is. */
export function startRun(world: World, connector: Connector, now: number, { pace }: RunRules): void {
  if (isRunning(world, connector.id)) return;
  const jitter = drawsFor('run', connector.id).below(2_000);
  world.runs.push({
    connectorId: connector.id,
    queuedAt: now + 1_000 * pace,
    processingAt: now + 3_000 * pace,
    endsAt: now + (8_500 + jitter) * pace,
  });
  connector.state = 'PENDING';
}

/** Brings every connector to where it is at `now`, runs that fell due on their own schedule included. True when anything moved. */
export function settleRuns(world: World, now: number, rules: RunRules): boolean {
  let moved = false;
  for (const connector of world.connectors.values()) {
    if (world.runs.length >= scheduledRunsAtOnce) break;
    if (connector.disabled || connector.nextSync > now || isRunning(world, connector.id)) continue;
    startRun(world, connector, now, rules);
    moved = true;
  }
  for (const run of [...world.runs]) moved = settleRun(world, run, now, rules) || moved;
  return moved;
}

function settleRun(world: World, run: Run, now: number, rules: RunRules): boolean {
  const connector = world.connectors.get(run.connectorId);
  if (connector && run.endsAt > now) {
    const state = run.processingAt <= now ? 'PROCESSING' : run.queuedAt <= now ? 'QUEUED' : 'PENDING';
    const moved = connector.state !== state;
    connector.state = state;
    return moved;
  }
  world.runs = world.runs.filter((other) => other !== run);
  if (connector) finishRun(world, connector, run.endsAt, rules);
  return true;
}

function finishRun(world: World, connector: Connector, endedAt: number, rules: RunRules): void {
  const findings = explore(world.seed, connector);
  // AWS requests cannot ask for it, yet the AWS document says that a run creates members.
  const creates = connector.createsMembers || connector.cloud === 'aws';
  const stopped = creates && addMembers(world, connector, findings.accounts, endedAt, rules);
  if (connector.disablesMembers) disableLostMembers(world, connector, findings.accounts, endedAt);
  const messages = [...findings.errors, ...(stopped ? [licenceExhausted] : [])];
  connector.lastJobErrors = messages.map((errorMsg) => ({ type: null, errorMsg, created: endedAt }));
  connector.state = messages.length > 0 ? 'FINISHED_ERRORS' : 'FINISHED_SUCCESS';
  connector.lastError = messages[0] ?? null;
  connector.lastSynced = endedAt;
  if (messages.length === 0) connector.lastSuccessfulSync = endedAt;
  connector.nextSync = endedAt + connector.orgMinutes * 60_000;
}

/** A member for each account that has none yet. True when the licence stopped it. */
function addMembers(
  world: World,
  connector: Connector,
  accounts: FoundAccount[],
  now: number,
  rules: RunRules,
): boolean {
  const known = new Set(membersOf(world, connector.id).map((member) => member.accountId));
  const missing = accounts.filter((account) => !known.has(account.accountId)).slice(0, newMembersPerRun);
  for (const account of missing) {
    if (licencesUsed(world) >= rules.licenceLimit) return true;
    const member = newMember(takeId(world), connector, account, now);
    world.members.set(member.id, member);
  }
  return false;
}

/** A member as a run leaves it. */
export function newMember(id: number, connector: Connector, account: FoundAccount, now: number): Member {
  const draws = drawsFor('member', id);
  const scans = connector.activate.vm;
  return {
    id,
    uuid: draws.uuid(),
    cloud: connector.cloud,
    name: `${connector.prefix}_${account.name}`,
    accountId: account.accountId,
    apps: connector.apps,
    remediation: connector.remediation,
    disabled: false,
    state: account.readable ? 'FINISHED_SUCCESS' : 'FINISHED_ERRORS',
    scanUuid: connector.cloud === 'aws' && scans ? draws.uuid() : null,
    activatedModules: scans ? ['QWEB_VM', 'CLOUDVIEW'] : ['CLOUDVIEW'],
    lastSynced: now,
    connectorId: connector.id,
    parentId: account.parentId,
  };
}

/** Members made by runs carry the connector's prefix; the account behind them may leave the scope. */
function disableLostMembers(world: World, connector: Connector, accounts: FoundAccount[], now: number): void {
  if (connector.trouble) return;
  const found = new Set(accounts.map((account) => account.accountId));
  for (const member of membersOf(world, connector.id)) {
    if (found.has(member.accountId) || !member.name.startsWith(`${connector.prefix}_`)) continue;
    member.disabled = true;
    member.lastSynced = now;
  }
}
