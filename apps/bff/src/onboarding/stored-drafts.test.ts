import {
  type AwsDraftValues,
  awsFields,
  azureFields,
  endpoints,
  initialValuesOf,
} from '@console/console-contract';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleAwsSpec,
  sampleExternalIds,
  startConnected,
} from '../test-bench/connected-console.ts';
import { contentOf, draftVersion } from './stored-draft.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected();
});
afterEach(() => client.bff.database.db.execute(sql`delete from drafts`));
afterAll(() => client[Symbol.asyncDispose]());

const values: AwsDraftValues = { ...sampleAwsSpec, ...sampleExternalIds, name: 'Of another version' };
const here = () => ({ params: { workspace: client.workspace.id } });
const at = (draft: string) => ({ params: { workspace: client.workspace.id, draft } });
const start = () =>
  client.ask(endpoints.startDraft, { ...here(), body: { cloud: 'aws', step: 'scope', values } });
/** As another version of the console would have stored it. */
const store = (id: string, set: SQL) =>
  client.bff.database.db.execute(sql`update drafts set ${set} where id = ${id}`);

test('a draft that was saved before a field was there opens with the field as it is at the beginning', async () => {
  const { id, version } = await start();
  const older = sql`"values" - 'memberRunEveryHours' - 'allRegions' #- '{scope,excluded}'`;
  await store(id, sql`"values" = ${older} || '{"goneSince": true}'`);

  const opened = await client.ask(endpoints.readDraft, at(id));
  const { cloud, step } = opened;
  if (opened.cloud !== 'aws') throw new Error('The draft is one of AWS.');
  const saved = await client.ask(endpoints.saveDraft, {
    ...at(id),
    body: { version, content: { cloud: opened.cloud, step: opened.step, values: opened.values } },
  });

  expect({ cloud, step, values: opened.values }).toEqual({ cloud: 'aws', step: 'scope', values });
  expect(saved).toMatchObject({ version: version + 1, values });
});

const clouds = [
  ['azure', initialValuesOf(azureFields)],
  ['aws', initialValuesOf(awsFields)],
] as const;
const everyField = clouds.flatMap(([cloud, initial]) =>
  Object.keys(initial).map((name) => [cloud, name, initial] as const),
);

test.each(everyField)(
  'an %s draft from before there was %s begins with it as a new one',
  (cloud, name, initial) => {
    const { [name]: left, ...older }: Record<string, unknown> = initial;
    const stored = { cloud, step: 'basics', values: older, valuesVersion: draftVersion };

    expect(contentOf(stored)?.values).toMatchObject({ [name]: left });
  },
);

test('a draft at a step that is no more opens at the first one', async () => {
  const { id } = await start();
  await store(id, sql`step = 'regions'`);

  const { drafts } = await client.ask(endpoints.listDrafts, here());

  expect(drafts).toMatchObject([{ id, name: 'Of another version', step: 'basics' }]);
  expect(await client.ask(endpoints.readDraft, at(id))).toMatchObject({ step: 'basics', values });
});

test.each([
  ['of another shape', sql`"values" = '{"name": 5}'`],
  ['that is no object', sql`"values" = '[]'`],
  ['of a newer version', sql`values_version = 99`],
])(
  'a draft %s is listed, is told as such when it is opened, and stays until it is discarded',
  async (_what, set) => {
    const [odd, sound] = [await start(), await start()];
    await store(odd.id, set);
    const stored = () => client.bff.database.db.execute(sql`select * from drafts where id = ${odd.id}`);
    const before = (await stored()).rows;

    const { drafts } = await client.ask(endpoints.listDrafts, here());
    const refused = await client.refused(endpoints.readDraft, at(odd.id));

    expect(drafts.map(({ id }) => id).toSorted()).toEqual([odd.id, sound.id].toSorted());
    expect(refused).toMatchObject({ status: 409, kept: 'The draft is stored as it is.' });
    expect(await client.ask(endpoints.readDraft, at(sound.id))).toMatchObject({ values });
    expect((await stored()).rows).toEqual(before);
    await client.ask(endpoints.discardDraft, at(odd.id));
    expect((await client.ask(endpoints.listDrafts, here())).drafts).toMatchObject([{ id: sound.id }]);
  },
);
