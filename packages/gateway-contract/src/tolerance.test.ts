import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  AwsConnectorDetail,
  AzureConnectorDetail,
  ConnectorStatusRecord,
  ConnectorSummary,
  gatewayOperations,
  MemberConnector,
  OrganizationalUnit,
  readAnswer,
} from './index.ts';

const forms = { AzureConnectorDetail, AwsConnectorDetail, ConnectorStatusRecord, MemberConnector };
const bare = { id: 1, name: 'x' };

describe.each(Object.entries(forms))('%s', (_name, form) => {
  test('takes an id as a number or as a string and gives a string', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (id) => {
        expect(form.parse({ ...bare, id }).id).toBe(String(id));
        expect(form.parse({ ...bare, id: String(id) }).id).toBe(String(id));
      }),
    );
  });

  test('takes its truth values under either name', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (disabled, deleted, remediationEnabled) => {
        const expected = { disabled, deleted, remediationEnabled };
        expect(form.parse({ ...bare, ...expected })).toMatchObject(expected);
        const prefixed = {
          isDisabled: disabled,
          isDeleted: deleted,
          isRemediationEnabled: remediationEnabled,
        };
        expect(form.parse({ ...bare, ...prefixed })).toMatchObject(expected);
      }),
    );
  });

  test('carries a state it does not know', () => {
    fc.assert(
      fc.property(fc.string(), (state) => {
        expect(form.parse({ ...bare, state }).state).toBe(state);
      }),
    );
  });

  test('drops fields it does not know', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^x[A-Z]\w+$/), fc.jsonValue()), (extra) => {
        expect(form.parse({ ...extra, ...bare })).toEqual(form.parse(bare));
      }),
    );
  });

  test('is read whatever its optional fields hold, and none is undefined', () => {
    const optional = Object.keys(form.parse(bare)).filter((name) => name !== 'id' && name !== 'name');
    const row = fc.dictionary(fc.constantFrom(...optional), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(row, (fields) => {
        const read = form.parse({ ...fields, ...bare });
        expect(Object.values(read)).not.toContain(undefined);
      }),
    );
  });
});

test('a row without an id is refused, and an id that lost digits with it', () => {
  expect(ConnectorSummary.safeParse({ name: 'x' }).success).toBe(false);
  expect(ConnectorSummary.safeParse({ id: 2 ** 53, name: 'x' }).success).toBe(false);
  expect(ConnectorSummary.safeParse({ id: 1.5, name: 'x' }).success).toBe(false);
});

test('FLT-13 an id too long for a number keeps its digits when read from an answer', () => {
  const page = readAnswer(gatewayOperations.A5, '{"content":[{"id":9007199254740993,"name":"x"}]}');
  expect(page).toMatchObject({ ok: true, answer: { rows: [{ id: '9007199254740993' }], rejected: 0 } });
});

test('FLT-13 one unreadable row costs that row alone and is counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(bare), fc.constantFrom(null, 7, 'x', [], {}, { id: {}, name: 'x' }))),
      (content) => {
        const readable = content.filter((row) => row === bare).length;
        const page = readAnswer(gatewayOperations.W3, JSON.stringify({ content, hasNext: true }));
        const rejected = content.length - readable;
        expect(page).toMatchObject({ ok: true, answer: { rejected, says: { hasNext: true } } });
        expect(page.ok && page.answer.rows).toHaveLength(readable);
      },
    ),
  );
});

test.each([
  ['an object', { hours: 26, minutes: 30 }, 1590],
  ['minutes as a string', '1590', 1590],
  ['minutes as a number', 1590, 1590],
  ['nothing', undefined, null],
  ['null', null, null],
  ['words', 'often', null],
  ['an empty object', {}, null],
])('a frequency is minutes when the gateway sends %s', (_name, runFrequency, minutes) => {
  expect(ConnectorStatusRecord.parse({ ...bare, runFrequency }).orgRunFrequency).toBe(minutes);
});

test.each([
  ['an array', ['a', 'b'], ['a', 'b']],
  ['comma-separated text', 'a, b,', ['a', 'b']],
  ['text with a name in quotes', 'a, "Prod, ""EU""",b', ['a', 'Prod, "EU"', 'b']],
  ['null', null, []],
  ['nothing', undefined, null],
])('a scope is a list when the gateway sends %s', (_name, includedMem, list) => {
  expect(AwsConnectorDetail.parse({ ...bare, includedMem }).includedMem).toEqual(list);
});

test.each([
  ['2023-05-17T07:56:37.711+00:00', '2023-05-17T07:56:37.711Z'],
  ['2023-05-17T07:56:37.711+0530', '2023-05-17T02:26:37.711Z'],
  ['2023-05-17T07:56:37.711', '2023-05-17T07:56:37.711Z'],
  ['2023-05-17T07:56:37', '2023-05-17T07:56:37.000Z'],
  ['2023-05-17 07:56:37', '2023-05-17T07:56:37.000Z'],
  ['2023-05-17 07:56:37 UTC', '2023-05-17T07:56:37.000Z'],
  ['2023-05-17T07:56:37.711123456+02', '2023-05-17T05:56:37.711Z'],
  ['2023-05-17T07:56:37.711Z[UTC]', '2023-05-17T07:56:37.711Z'],
  ['2023-05-17', '2023-05-17T00:00:00.000Z'],
  [1_700_000_000_000, '2023-11-14T22:13:20.000Z'],
  [1_700_000_000, '2023-11-14T22:13:20.000Z'],
  [1_700_000_000.711, '2023-11-14T22:13:20.711Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
  ['1700000000000', '2023-11-14T22:13:20.000Z'],
  [0, null],
  ['yesterday', null],
  ['1', null],
  ['2023-99-99T00:00:00Z', null],
  [{}, null],
])('the time %j is read as %j', (raw, time) => {
  expect(ConnectorSummary.parse({ ...bare, lastSynced: raw }).lastSynced).toBe(time);
});

test('a time without a zone is in UTC, wherever the server stands', () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-330);

  const { lastSynced } = ConnectorSummary.parse({ ...bare, lastSynced: '2023-05-17T07:56:37.711' });

  expect(lastSynced).toBe('2023-05-17T07:56:37.711Z');
});

test('a page may lack its counts and have a scroll id', () => {
  const page = readAnswer(gatewayOperations.W8, '{"content":[],"scrollId":"abc","last":false}');
  const says = { hasNext: null, last: false };
  expect(page).toMatchObject({ ok: true, answer: { totalPages: null, scrollId: 'abc', says } });
});

test('a unit without a name is shown by its id', () => {
  expect(OrganizationalUnit.parse({ ouId: 'ou-zar5-1' })).toMatchObject({ ouName: 'ou-zar5-1', ouPath: '' });
});
