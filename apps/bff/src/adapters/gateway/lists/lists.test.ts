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

test('FLT-14 a connector that moved to the next page while it was read is listed once', async () => {
  const answer = await listed(
    pages(aPage([connector(1), connector(2)], { hasNext: true }), aPage([connector(2), connector(3)])),
  );
  expect(answer).toEqual({ ids: [1, 2, 3], incomplete: false, calls: 2 });
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

test('FLT-14 totals that lie are not believed', async () => {
  const answer = await listed(() =>
    aPage([connector(1)], { totalPages: 99, numberOfElements: 0, last: false }),
  );
  expect(answer).toEqual({ ids: [1], incomplete: false, calls: 1 });
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
async function unitsOf(startOf: (offset: number, limit: number) => number) {
  await using fake = await startFakeGateway(({ body }) => {
    const { offset, limit } = JSON.parse(body);
    const start = startOf(offset, limit);
    return aPage(everyUnit.slice(start, start + limit), { hasNext: start + limit < everyUnit.length });
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
