/** The list of 25 connectors as the console serves it, beside the same bytes through nginx and through a plain proxy of Node’s parts. */
import { type Figure, median, type Section } from './figures.ts';
import { type Reference, startNginx, startRawProxy, startUpstream } from './list-references.ts';
import { type LoadResult, underLoad } from './load.ts';
import { processorSeconds } from './process-cost.ts';
import { connectWorkspace, cookieOf, openStage } from './stage.ts';

const CONNECTORS = 25;
const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 3;

type Cost = LoadResult & { microseconds: number | null };
type Round = { ours: Cost; nginx: Cost | null; raw: Cost };

export async function measureServedList(): Promise<Section> {
  const stage = await openStage('demo', { CONSOLE_REFRESH_SECONDS: '86400' });
  try {
    const workspace = await connectWorkspace(stage, 'Bench', CONNECTORS);
    const url = `${stage.console.url}/api/workspaces/${workspace}/connectors`;
    const headers = { 'X-Console': '1', Cookie: await cookieOf(stage) };
    const body = await (await stage.calls.get(url)).body();
    const upstream = await startUpstream(body);
    stage.endWith(upstream.stop);
    const raw = await startRawProxy(upstream);
    stage.endWith(raw.stop);
    const nginx = await startNginx(upstream);
    if (nginx !== null) stage.endWith(nginx.stop);
    const ours = () => costOf({ url, headers }, stage.console.pid());
    await ours();
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        nginx: nginx && (await costOf(nginx, nginx.pid)),
        ours: await ours(),
        raw: await costOf(raw, undefined),
      });
    }
    return sectionOf(rounds, body.length);
  } finally {
    await stage.stop();
  }
}

async function costOf(
  { url, headers = {} }: Pick<Reference, 'url'> & { headers?: Record<string, string> },
  pid: number | undefined,
): Promise<Cost> {
  const before = await processorSeconds(pid);
  const result = await underLoad({ url, headers, connections: CONNECTIONS, seconds: SECONDS });
  const after = await processorSeconds(pid);
  if (result.failures > 0) throw new Error(`${url} refused ${result.failures} requests.`);
  const requests = result.perSecond * SECONDS;
  return {
    ...result,
    microseconds: before === null || after === null ? null : ((after - before) / requests) * 1e6,
  };
}

function sectionOf(rounds: readonly Round[], bytes: number): Section {
  const middle = (of: (round: Round) => number | null | undefined) => {
    const known = rounds.map(of).filter((value) => value !== null && value !== undefined);
    return known.length === 0 ? undefined : median(known);
  };
  const beside = (
    name: string,
    unit: Figure['unit'],
    of: (cost: Cost) => number | null,
    rest: Partial<Figure> = {},
  ): Figure[] => {
    const ours = middle((round) => of(round.ours));
    const reference = middle((round) => round.nginx && of(round.nginx));
    return ours === undefined
      ? []
      : [{ name, unit, ours, ...(reference !== undefined && { reference }), ...rest }];
  };
  const raw = middle((round) => round.raw.perSecond) ?? 0;
  const requests = middle((round) => round.ours.perSecond) ?? 0;
  return {
    title: `List of ${CONNECTORS} connectors (${bytes.toLocaleString('en')} bytes), session checked, ${CONNECTIONS} connections`,
    reference: 'nginx',
    figures: [
      ...beside('requests', 'req/s', ({ perSecond }) => perSecond, { leastRatio: 0.9 }),
      ...beside('answered, p50', 'ms', ({ p50 }) => p50),
      ...beside('answered, p99', 'ms', ({ p99 }) => p99, { budget: 10 }),
      ...beside('processor for a request', 'µs', ({ microseconds }) => microseconds),
      {
        name: 'requests, beside a plain proxy of Node',
        unit: 'req/s',
        ours: requests,
        reference: raw,
        leastRatio: 2.5,
      },
    ],
    notes: [
      `Medians of ${ROUNDS} rounds of ${SECONDS} s, by turns. On two cores the client, the server and the one behind it share them.`,
      'The processor time is that of one process: Postgres works for the console, and the server behind works for nginx, beside it.',
      ...(rounds.some(({ nginx }) => nginx === null)
        ? ['nginx is not installed: only the plain proxy is beside it.']
        : []),
    ],
  };
}
