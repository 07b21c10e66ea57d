import { AzureEditing, endpoints } from '@console/console-contract';
import { expect, test } from 'vitest';
import { eventually, sampleSecret, sampleSpec } from '../../test-bench/connected-console.ts';
import { type KillableConsole, pause, startKillable } from '../../test-bench/killable-console.ts';
import { kills, shareOf } from '../../test-bench/kills.ts';

const rounds = Array.from({ length: kills }, (_, round) => round);
/** Two fields that change together: a mixture would show. */
const factsOf = (round: number) => ({ description: `round ${round}`, runEveryDays: 1 + (round % 7) });
const asText = ({ description, runEveryDays }: { description: unknown; runEveryDays: unknown }) =>
  `${description} every ${runEveryDays}`;
/** Every third kill comes after the gateway has acted, however slow the machine is. */
const actsFirst = (round: number) => round % 3 === 2;

test(`REL-02 a console killed -9 at ${kills} points of an edit leaves the connector old or new, never mixed, and says which`, async () => {
  await using killable = await startKillable();
  const made = endpoints.createAzureConnector.answer.parse(await killable.create('Edited and killed'));
  const params = { workspace: killable.workspace, cloud: 'azure', id: made.connectorId ?? '' };
  const open = async () => AzureEditing.parse(await killable.call(endpoints.readEditing, params));
  const reported: string[] = [];
  for (const round of rounds) {
    const { version } = await open();
    const spec = { ...sampleSpec, name: 'Edited and killed', ...factsOf(round) };
    const credentials = { secretValue: sampleSecret, keepSecret: false };
    const body = { idempotencyKey: crypto.randomUUID(), version, spec, ...credentials };
    const before = editsAtGateway(killable);
    const answered = killable.call(endpoints.editAzureConnector, params, body).catch(() => undefined);
    await untilPoint(killable, round, before);
    await killable.kill();
    await answered;
    await killable.start();
    await killable.settledOperations();
    reported.push(asText((await open()).values));
  }

  const settled = (await killable.settledOperations()).filter(({ kind }) => kind === 'edit-connector');

  const possible = [asText(sampleSpec), ...rounds.map(factsOf).map(asText)];
  const mixed = reported.filter((state) => !possible.includes(state));
  expect(mixed, 'never mixed').toEqual([]);
  for (const round of rounds.filter(actsFirst)) expect(reported[round]).toBe(asText(factsOf(round)));
  const known = ['succeeded', 'adopted', 'absent', 'failed'];
  expect(settled.filter(({ state }) => !known.includes(state))).toEqual([]);
  const happened = settled.filter(({ state }) => state === 'succeeded' || state === 'adopted');
  expect(killable.committed('A4')).toHaveLength(happened.length);
});

const editsAtGateway = (killable: KillableConsole) => ({
  arrived: killable.vendor.arrived('A4'),
  committed: killable.committed('A4').length,
});

/** In turn: at any time from before the request is read to after its answer; around the gateway's act; after it. */
async function untilPoint(
  killable: KillableConsole,
  round: number,
  before: ReturnType<typeof editsAtGateway>,
): Promise<void> {
  if (round % 3 === 0) return pause(shareOf(round) * 400);
  const counted = actsFirst(round) ? 'committed' : 'arrived';
  await eventually(
    async () => editsAtGateway(killable)[counted],
    (edits) => edits > before[counted],
  );
  await pause(shareOf(round) * 80);
}
