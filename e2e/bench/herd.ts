/** Many readers of a long list at the moment when something in it has changed: what they wait, what they get and what it costs the console. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Figure, median, percentile, type Section } from './figures.ts';
import { askOnce } from './load.ts';
import { residentMiB } from './process-cost.ts';
import { connectWorkspace, cookieOf, openStage, type Stage } from './stage.ts';

const CONNECTORS = 10_000;
const READERS = 32;
const ROUNDS = 3;

type Round = { waits: number[]; failures: number; changedBytes: number };

export async function measureHerd(): Promise<Section> {
  const stage = await openStage('large', { CONSOLE_REFRESH_SECONDS: '86400' });
  try {
    const workspace = await connectWorkspace(stage, 'Bench', CONNECTORS);
    const list = `/api/workspaces/${workspace}/connectors`;
    const headers = { 'X-Console': '1', Cookie: await cookieOf(stage) };
    const whole = await askOnce({ url: stage.console.url + list, headers });
    const packed = await askOnce({
      url: stage.console.url + list,
      headers: { ...headers, 'Accept-Encoding': 'br' },
    });
    await delay(5_000);
    const before = (await residentMiB(stage.console.pid()))?.now ?? 0;
    const rounds: Round[] = [];
    let version = await versionOf(stage, list);
    for (let round = 0; round < ROUNDS; round++) {
      await changeOne(stage, list, round);
      const answers = await Promise.all(
        Array.from({ length: READERS }, () => askOnce({ url: stage.console.url + list, headers })),
      );
      const changed = await askOnce({ url: `${stage.console.url}${list}?since=${version}`, headers });
      version = await versionOf(stage, list);
      rounds.push({
        waits: answers.map(({ ms }) => ms),
        failures: answers.filter(({ status }) => status !== 200).length,
        changedBytes: changed.bytes,
      });
    }
    const most = (await residentMiB(stage.console.pid()))?.most ?? 0;
    return sectionOf(rounds, { whole: whole.bytes, packed: packed.bytes, grown: most - before });
  } finally {
    await stage.stop();
  }
}

function sectionOf(
  rounds: readonly Round[],
  { whole, packed, grown }: { whole: number; packed: number; grown: number },
): Section {
  const waits = rounds.flatMap((round) => round.waits);
  const kilobytes = (name: string, bytes: number, rest: Partial<Figure> = {}): Figure => ({
    name,
    unit: 'KB',
    ours: bytes / 1024,
    ...rest,
  });
  return {
    title: `${READERS} readers of ${CONNECTORS.toLocaleString('en')} connectors after one has changed`,
    reference: 'the whole list',
    figures: [
      { name: 'answered, p50', unit: 'ms', ours: percentile(waits, 0.5) },
      { name: 'answered, p95', unit: 'ms', ours: percentile(waits, 0.95), budget: 1_500 },
      {
        name: 'refused',
        unit: 'calls',
        ours: rounds.reduce((sum, { failures }) => sum + failures, 0),
        budget: 0,
      },
      { name: 'memory, the most above its rest', unit: 'MiB', ours: grown, budget: 60 },
      kilobytes('received by a reader without the list', packed, { reference: whole / 1024 }),
      kilobytes('received by a reader with it', median(rounds.map(({ changedBytes }) => changedBytes)), {
        reference: whole / 1024,
      }),
    ],
    notes: [
      `${ROUNDS} rounds, a change before each. The readers take the list without compression, each on a connection of its own.`,
      'The bytes are those of the answers with their heads; of a reader without the list as browsers ask for it, with brotli.',
    ],
  };
}

async function versionOf({ calls }: Stage, list: string): Promise<string> {
  const { version }: { version?: number } = await (await calls.get(list)).json();
  return String(version ?? '');
}

/** Enables or disables a connector, and waits until that is done. */
async function changeOne({ calls }: Stage, list: string, round: number): Promise<void> {
  const { connectors }: { connectors: { cloud: string; id: string; enabled: boolean }[] } = await (
    await calls.get(list)
  ).json();
  const one = connectors[round * 100];
  if (one === undefined) throw new Error('The list is too short.');
  const change = one.enabled ? 'disable' : 'enable';
  const answer = await calls.post(`${list}/${one.cloud}/${one.id}/${change}`, {
    data: { idempotencyKey: randomUUID() },
  });
  const { id }: { id: string } = await answer.json();
  for (let looks = 0; looks < 100; looks++) {
    const operation = await calls.get(`${list.replace(/\/connectors$/, '')}/operations/${id}`);
    const { state }: { state: string } = await operation.json();
    if (state === 'succeeded') return;
    await delay(200);
  }
  throw new Error(`The ${change} of connector ${one.id} did not end.`);
}
