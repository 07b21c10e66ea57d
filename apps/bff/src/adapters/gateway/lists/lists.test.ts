import { expect, test } from 'vitest';
import { type Arrived, aPage, connect, type Scripted, startFakeGateway } from '../test-bench/fake-gateway.ts';

const connector = (id: number) => ({ id, name: `connector ${id}`, state: 'FINISHED_SUCCESS' });

/** Answers the list with the page that is asked for; beyond the last, with the last again. */
function pages(...all: Scripted[]) {
  return ({ path }: Arrived) => {
    const asked = Number(new URL(path, 'http://gateway').searchParams.get('pageNumber'));
    return all[Math.min(asked, all.length - 1)];
  };
}

async function listed(script: (arrived: Arrived) => Scripted | undefined) {
  await using fake = await startFakeGateway(script);
  await using console = connect(fake);
  const { rows, incomplete } = await console.gateway.listConnectors('azure');
  return { ids: rows.map(({ id }) => Number(id)), incomplete, calls: fake.calls().length };
}

test('FLT-14 every page is read while there is a next one', async () => {
  const answer = await listed(
    pages(
      aPage([connector(1), connector(2)], { hasNext: true }),
      aPage([connector(3)], { hasNext: true, totalPages: undefined, scrollId: 'x' }),
      aPage([connector(4)]),
    ),
  );
  expect(answer).toEqual({ ids: [1, 2, 3, 4], incomplete: false, calls: 3 });
});

test('FLT-14 a connector that moved to the next page while it was read is listed once, and another may have slipped past', async () => {
  const answer = await listed(
    pages(aPage([connector(1), connector(2)], { hasNext: true }), aPage([connector(2), connector(3)])),
  );
  expect(answer).toEqual({ ids: [1, 2, 3], incomplete: true, calls: 2 });
});

test('FLT-14 a list that shrank while it was read may miss a row, and says so', async () => {
  const answer = await listed(
    pages(
      aPage([connector(1), connector(2)], { hasNext: true, numberOfElements: 5 }),
      aPage([connector(4)], { numberOfElements: 4 }),
    ),
  );
  expect(answer).toEqual({ ids: [1, 2, 4], incomplete: true, calls: 2 });
});

test('FLT-14 a page that repeats for ever ends the list, which is then incomplete', async () => {
  const answer = await listed(() => aPage([connector(1)], { hasNext: true }));
  expect(answer).toEqual({ ids: [1], incomplete: true, calls: 2 });
});

test('FLT-14 an empty page that promises more ends the list', async () => {
  const answer = await listed(pages(aPage([connector(1)], { hasNext: true }), aPage([], { hasNext: true })));
  expect(answer).toEqual({ ids: [1], incomplete: true, calls: 2 });
});

test('FLT-14 a list without an end is cut off', async () => {
  let next = 0;
  const answer = await listed(() => {
    next += 1;
    return aPage([connector(next)], { hasNext: true });
  });
  expect(answer.incomplete).toBe(true);
  expect(answer.ids).toHaveLength(200);
});

const many = (count: number, first = 1) =>
  Array.from({ length: count }, (_nothing, index) => connector(first + index));
/** A page that says nothing of whether there is more. */
const silent = (rows: unknown[], facts: Record<string, unknown> = {}): Scripted => ({
  json: { content: rows, ...facts },
});

test.each<[string, Record<string, unknown>]>([
  ['that it is not the last', { last: false }],
  ['that there are more pages', { totalPages: 3 }],
  ['that there are more rows', { totalPages: undefined, numberOfElements: 250 }],
  ['all of that', { last: false, totalPages: 3, numberOfElements: 250 }],
])(
  'FLT-14 a page without a next one that says %s contradicts itself: more is asked for',
  async (_what, facts) => {
    const answer = await listed(
      pages(aPage(many(100), facts), aPage(many(100, 101), facts), aPage(many(50, 201), { currentPage: 2 })),
    );

    expect(answer.ids).toHaveLength(250);
    expect(answer).toMatchObject({ incomplete: true, calls: 3 });
  },
);

test.each<[string, Scripted]>([
  ['a total above its rows', aPage([connector(1), connector(2)], { numberOfElements: 5 })],
  ['a last page that promises more pages', aPage([connector(1)], { totalPages: 99, last: true })],
  ['a row twice', aPage([connector(1), connector(1)])],
  ['no row, though it says it has some', aPage([], { hasContent: true })],
  ['another place than the first', aPage([connector(1)], { first: false, hasPrevious: true })],
  ['a total below its rows alone', aPage([connector(1)], { numberOfElements: 0 })],
])('FLT-14 what a list cannot be believed for: %s', async (what, page) => {
  const { incomplete } = await listed(() => page);

  expect(incomplete).toBe(what !== 'a total below its rows alone');
});

test('FLT-14 after a full page that says nothing the next is asked for, until one is not full', async () => {
  const three = await listed(pages(silent(many(1000)), silent(many(1000, 1001)), silent(many(3, 2001))));
  const exactly = await listed(pages(silent(many(1000)), silent([])));
  const smaller = await listed(pages(silent(many(100)), silent(many(7, 101))));
  const few = await listed(() => silent(many(3)));

  expect(three.ids).toHaveLength(2003);
  expect(three).toMatchObject({ incomplete: false, calls: 3 });
  expect(exactly).toMatchObject({ incomplete: false, calls: 2 });
  expect(smaller.ids).toHaveLength(107);
  expect(few).toMatchObject({ incomplete: false, calls: 1 });
});

test('FLT-14 a gateway that does not turn the page, or refuses to, leaves a list that may go on', async () => {
  const same = await listed(() => silent(many(1000)));
  const refused = await listed(pages(silent(many(1000)), { status: 400, body: 'No such page' }));

  expect(same).toMatchObject({ incomplete: true, calls: 2 });
  expect(refused).toMatchObject({ incomplete: true, calls: 2 });
  expect(refused.ids).toHaveLength(1000);
});

test('FLT-14 a page that says of its end alone that it is not the last one is followed by the next', async () => {
  const answer = await listed(
    pages(silent([connector(1)], { last: false }), silent([connector(2)], { last: true })),
  );

  expect(answer).toEqual({ ids: [1, 2], incomplete: false, calls: 2 });
});

test('FLT-14 pages counted from one are read to the last', async () => {
  const counted = (currentPage: number) => ({ currentPage, totalPages: 3 });
  const answer = await listed(
    pages(
      silent([connector(1)], counted(1)),
      silent([connector(2)], counted(2)),
      silent([connector(3)], counted(3)),
    ),
  );

  expect(answer).toEqual({ ids: [1, 2, 3], incomplete: false, calls: 3 });
});

test('FLT-14 a row that cannot be read costs itself alone', async () => {
  const answer = await listed(() => aPage([connector(1), { name: 'without an id' }, null, connector(2)]));
  expect(answer).toEqual({ ids: [1, 2], incomplete: true, calls: 1 });
});

const unit = (index: number) => ({
  ouId: `ou-zar5-${String(index).padStart(8, '0')}`,
  ouName: `Unit ${index}`,
  ouPath: '/Root',
});
const everyUnit = Array.from({ length: 2_500 }, (_nothing, index) => unit(index));

/** W13 of a gateway whose offset means what `startOf` says. */
async function unitsOf(startOf: (offset: number, limit: number) => number, { silently = false } = {}) {
  await using fake = await startFakeGateway(({ body }) => {
    const { offset, limit } = JSON.parse(body);
    const start = startOf(offset, limit);
    const rows = everyUnit.slice(start, start + limit);
    return silently ? silent(rows) : aPage(rows, { hasNext: start + limit < everyUnit.length });
  });
  await using console = connect(fake);
  const listing = await console.gateway.listOrganizationalUnits('test aws org', 'r-zar5');
  return { ...listing, asked: fake.calls().map(({ body }) => JSON.parse(body).offset) };
}

test('units are read by counting rows', async () => {
  const { rows, incomplete, asked } = await unitsOf((offset) => offset);

  expect(rows).toHaveLength(2_500);
  expect(rows[0]).toEqual({ id: 'ou-zar5-00000000', name: 'Unit 0', path: '/Root' });
  expect({ incomplete, asked }).toEqual({ incomplete: false, asked: [0, 1000, 2000] });
});

test('a gateway that counts pages instead is noticed and followed', async () => {
  const { rows, incomplete, asked } = await unitsOf((offset, limit) => offset * limit);

  expect(rows).toHaveLength(2_500);
  expect({ incomplete, asked }).toEqual({ incomplete: false, asked: [0, 1000, 1, 2] });
});

test('a gateway that ignores the offset gives an incomplete list', async () => {
  const { rows, incomplete, asked } = await unitsOf(() => 0);

  expect(rows).toHaveLength(1_000);
  expect({ incomplete, asked }).toEqual({ incomplete: true, asked: [0, 1000, 1] });
});

test('units whose pages say nothing are read to the end, whatever the offset counts', async () => {
  const byRows = await unitsOf((offset) => offset, { silently: true });
  const byPages = await unitsOf((offset, limit) => offset * limit, { silently: true });
  const ignored = await unitsOf(() => 0, { silently: true });

  expect(byRows.rows).toHaveLength(2_500);
  expect(byPages.rows).toHaveLength(2_500);
  expect([byRows.incomplete, byPages.incomplete, ignored.incomplete]).toEqual([false, false, true]);
});
