/** Counts in the gateway's own journal what open browsers cost, and what a workspace costs in which nothing happens. */
import { setTimeout as delay } from 'node:timers/promises';
import { request } from '@playwright/test';
import { administrator, headersFor } from '../src/fixtures/administrator.ts';
import { makeViewer } from '../src/fixtures/viewer.ts';
import type { Figure, Section } from './figures.ts';
import { connectWorkspace, openStage, type Stage } from './stage.ts';

const CONNECTORS = 200;
/** The console's default is 300 seconds, twelve rounds an hour: here twelve rounds take about a minute. */
const ROUND_SECONDS = 5;
const ROUNDS_PER_HOUR = 12;
const BROWSERS = 50;
/** The console ends the oldest session of a user who has more than twenty. */
const BROWSERS_PER_PERSON = 10;
/** How often the page asks while a job is under way, and how often a browser without a console would. */
const POLL_SECONDS = 3;

export async function measureGatewayCalls(): Promise<Section> {
  const stage = await openStage('empty', { CONSOLE_REFRESH_SECONDS: String(ROUND_SECONDS) });
  try {
    const token = await mintToken(stage);
    await createConnectors(stage, token);
    const workspace = await connectWorkspace(stage, 'Bench', CONNECTORS);
    await untilQuiet(stage);
    const cookies = await signInBrowsers(stage);
    const quiet = await callsDuring(stage, () => delay(MINUTE));
    const one = await callsDuring(stage, () => withBrowsers(stage, workspace, cookies.slice(0, 1)));
    const many = await callsDuring(stage, () => withBrowsers(stage, workspace, cookies));
    // The gateway is alone with the one who polls it: the collector's calls would be counted as hers.
    await stage.console.crash();
    const direct = await callsDuring(stage, () => askDirectly(stage, token));
    return sectionOf({ quiet, one, many, direct });
  } finally {
    await stage.stop();
  }
}

const MINUTES_PER_HOUR = 60;
const MINUTE = ROUND_SECONDS * ROUNDS_PER_HOUR * 1000;

function sectionOf(calls: Record<'quiet' | 'one' | 'many' | 'direct', number>): Section {
  const figure = (name: string, ours: number, rest: Partial<Figure>): Figure => {
    return { name, unit: 'calls', ours, ...rest };
  };
  return {
    title: `Gateway calls, ${CONNECTORS} connectors, an hour of ${ROUNDS_PER_HOUR} rounds`,
    reference: 'direct polling',
    figures: [
      figure('no browser', calls.quiet, { budget: 150, reference: calls.direct }),
      figure('one browser', calls.one, { reference: calls.direct }),
      // As many as one browser, but for the round that may begin just inside the minute.
      figure(`${BROWSERS} browsers`, calls.many, { budget: calls.one, reference: calls.direct }),
    ],
    notes: [
      `An hour in a minute: the console’s collector runs by the clock on the wall, so it begins a round every ${ROUND_SECONDS} s instead of every 300 s.`,
      `Browsers hold the live stream and read the list and its freshness every ${POLL_SECONDS} s of the wall clock. The budget of ${BROWSERS} is what one cost in this run; a round at the edge of the minute makes some calls more or less.`,
      `Direct polling, alone with the gateway: one browser asks for both lists every ${POLL_SECONDS} s of that hour, counted alike.`,
    ],
  };
}

async function callsDuring(stage: Stage, act: () => Promise<void>): Promise<number> {
  const before = (await stage.simulator.journal()).at(-1)?.sequence ?? 0;
  await act();
  return (await stage.simulator.journal()).filter(({ sequence }) => sequence > before).length;
}

/** First runs are over and every detail was read: from here on nothing changes. */
async function untilQuiet(stage: Stage): Promise<void> {
  await stage.simulator.advance(60);
  for (let seen = -1, still = 0; still < 3; ) {
    await delay(ROUND_SECONDS * 1000);
    const details = (await stage.simulator.journal()).filter(({ operation }) => operation === 'W4').length;
    still = details === seen ? still + 1 : 0;
    seen = details;
  }
}

/** One after the other: signing in is slow on purpose. */
async function signInBrowsers({ console: { url, dataDir } }: Stage): Promise<string[]> {
  const cookies: string[] = [];
  while (cookies.length < BROWSERS) {
    const person = 1 + cookies.length / BROWSERS_PER_PERSON;
    const viewer = { email: `viewer-${person}@example.test`, name: `Viewer ${person}` };
    await makeViewer({ dataDir }, viewer);
    for (let browser = 0; browser < BROWSERS_PER_PERSON; browser++) cookies.push(await signIn(url, viewer));
  }
  return cookies;
}

/** A browser for each session, with the live stream and the calls of the open list at its quickest. */
async function withBrowsers(stage: Stage, workspace: string, cookies: readonly string[]): Promise<void> {
  const leaving = new AbortController();
  const { url } = stage.console;
  const timer = setTimeout(() => leaving.abort(), MINUTE);
  await Promise.all(
    cookies.map(async (cookie) => {
      const headers = { ...headersFor(url), cookie };
      const stream = followStream(`${url}/api/session/live`, headers, leaving.signal);
      while (!leaving.signal.aborted) {
        for (const part of ['connectors', 'freshness']) {
          await ask(`${url}/api/workspaces/${workspace}/${part}`, { headers });
        }
        await delay(POLL_SECONDS * 1000, undefined, { signal: leaving.signal }).catch(() => {});
      }
      await stream;
    }),
  );
  clearTimeout(timer);
}

async function signIn(url: string, { email }: { email: string }): Promise<string> {
  const calls = await request.newContext({ extraHTTPHeaders: headersFor(url) });
  try {
    const { password } = administrator;
    const answer = await calls.post(`${url}/api/session`, { data: { email, password } });
    if (!answer.ok()) throw new Error(`Signing in was refused: ${answer.status()} ${await answer.text()}`);
    const { cookies } = await calls.storageState();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  } finally {
    await calls.dispose();
  }
}

async function followStream(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await fetch(url, { headers, signal });
    for await (const _ of answer.body ?? []) if (signal.aborted) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function askDirectly({ simulator }: Stage, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const end = Date.now() + MINUTE;
  while (Date.now() < end) {
    for (const list of ['/connectors/v1.0/org/azure/', '/connectors/v1.0/aws/org/connector']) {
      await ask(`${simulator.url}${list}?pageNumber=0&pageSize=1000`, { headers });
    }
    await delay((POLL_SECONDS * 1000) / MINUTES_PER_HOUR);
  }
}

async function mintToken({ simulator }: Stage): Promise<string> {
  const { clientId, clientSecret } = simulator;
  const answer = await ask(`${simulator.url}/auth/oidc`, {
    method: 'POST',
    headers: { clientId, clientSecret },
  });
  return answer.trim().replaceAll('"', '');
}

/** Straight at the gateway: how the connectors came there is not what is measured. */
async function createConnectors({ simulator }: Stage, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    ask(`${simulator.url}/connectors/v1.0/aws/org${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
  const { arn, externalId, baseAwsAccountId: qualysAwsAccountId } = ORGANIZATION;
  for (let index = 1; index <= CONNECTORS; index++) {
    const name = `Bench organization ${index}`;
    // The gateway creates only what was tested under the same name.
    await post('/test', { connectorName: name, arn, externalId, qualysAwsAccountId, isGovCloud: false });
    await post('/connector/create', { ...ORGANIZATION, name });
  }
}

async function ask(url: string, options: RequestInit): Promise<string> {
  const answer = await fetch(url, options);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} was refused with ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

const FREQUENCY = { hours: 24, minutes: 0 };
const ORGANIZATION = {
  isRemediationEnabled: false,
  connectorAppInfos: [{ name: 'AI', identifier: 'an-external-id' }],
  orgRunFrequency: FREQUENCY,
  connectorRunFrequency: FREQUENCY,
  defaultTagIds: [],
  connectorPrefixName: 'bench',
  isCPSEnabled: false,
  externalId: 'an-external-id',
  memberExternalId: 'another-external-id',
  baseAwsAccountId: '123456789012',
  arn: 'arn:aws:iam::123456789012:role/connector',
  isGovCloudConfigured: false,
  isAllRegions: false,
  isCiRegionAll: false,
  autoActivateVM: false,
  includedMem: ['ou-zar5-12hpzogk'],
  excludedMem: [],
};
