import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everyOperation, gatewayOperations, readAnswer, TokenRequestHeaders } from './index.ts';

const Sample = z.object({
  operation: z.string(),
  document: z.enum(['Azure 2023', 'AWS 2.15']),
  request: z.object({
    params: z.record(z.string(), z.string()),
    query: z.unknown().optional(),
    headers: z.unknown().optional(),
    body: z.unknown().optional(),
  }),
  answer: z.object({ body: z.unknown().optional(), text: z.string().optional() }),
});

const folder = new URL('../fixtures/', import.meta.url);
const samples = readdirSync(folder).map((file) => ({
  file,
  ...Sample.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
}));

test('every operation has a documented sample', () => {
  expect(Object.keys(gatewayOperations)).toHaveLength(31);
  expect(new Set(samples.map((sample) => sample.operation))).toEqual(new Set(Object.keys(gatewayOperations)));
});

describe.each(samples)('the documented sample $file', ({ operation: id, document, request, answer }) => {
  const operation = operationOf(id);

  test('belongs to the document the operation names', () => {
    expect(operation.document).toBe(document);
  });

  test('asks on a path the operation builds', () => {
    expect(operation.path(request.params)).not.toContain('{');
  });

  test('is what the strict schemas let through, field for field', () => {
    expect('body' in request).toBe(operation.request !== undefined);
    if (operation.request) expect(operation.request.parse(request.body)).toEqual(request.body);
    if (request.query !== undefined) expect(operation.query?.parse(request.query)).toEqual(request.query);
    if (request.headers !== undefined)
      expect(TokenRequestHeaders.parse(request.headers)).toEqual(request.headers);
  });

  test('is refused with one more field', () => {
    const documented = z.record(z.string(), z.unknown()).safeParse(request.body);
    if (!documented.success || !operation.request)
      return expect(Array.isArray(request.body ?? [])).toBe(true);
    const widened = operation.request.safeParse({ ...documented.data, isRemediationEnabld: true });
    expect(widened.success).toBe(false);
  });

  test('is answered with something that can be read whole', () => {
    const text = answer.text ?? JSON.stringify(answer.body);
    const read = readAnswer(operation, text);
    expect(read).toMatchObject({ ok: true });
    const page = z.object({ content: z.array(z.unknown()) }).safeParse(answer.body);
    if (page.success && read.ok) {
      const documented = page.data.content.length;
      const { rows, rejected, says } = PageRead.parse(read.answer);
      expect([rows.length, rejected]).toEqual([documented, 0]);
      expect(says.hasNext ?? says.last === false).toBe(false);
    }
  });
});

const flag = z.boolean().nullable();
const PageRead = z.object({
  rows: z.array(z.unknown()),
  rejected: z.number(),
  says: z.object({ hasNext: flag, last: flag }),
});

function operationOf(id: string) {
  const operation = everyOperation.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`No operation ${id}.`);
  return operation;
}
