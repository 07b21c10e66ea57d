import { readdirSync, readFileSync } from 'node:fs';
import {
  everyOperation,
  type GatewayOperation,
  gatewayOperations as on,
  readAnswer,
} from '@console/gateway-contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Asked, sampleTenant, startSimulator } from './simulator-under-test.ts';

const folder = new URL('../../gateway-contract/fixtures/', import.meta.url);
const Sample = z.object({
  operation: z.string(),
  request: z.object({ body: z.unknown() }).partial(),
  answer: z.object({ body: z.unknown(), text: z.string() }).partial(),
});
const samples = readdirSync(folder).map((file) =>
  Sample.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

type UnderTest = Awaited<ReturnType<typeof startSimulator>>;

test.each(everyOperation)('$id ($title) answers with exactly the documented fields', async (operation) => {
  await using simulator = await startSimulator();
  const asked = await askable(simulator, operation.id);
  const response = await simulator.ask(operation, asked);
  const text = await response.text();
  expect(response.ok, text).toBe(true);

  const read = readAnswer(operation, text);
  expect(read).toMatchObject({ ok: true });
  if (read.ok && isPage(read.answer)) expect(read.answer.rejected).toBe(0);
  const documented = samples.find((sample) => sample.operation === operation.id);
  if (documented?.answer.body === undefined) return;
  expect(shapeOf(JSON.parse(text), operation)).toEqual(shapeOf(documented.answer.body, operation));
});

/** Every field name with the path to it; lists by their first row. What a map is keyed by is no field. */
function shapeOf(value: unknown, operation: GatewayOperation, path = ''): string[] {
  if (Array.isArray(value)) {
    // The sample of W12 has no error in it; A15 has the same rows.
    const isDocumented = !(operation.id === 'W12' && path === '.content');
    return value.length > 0 && isDocumented ? shapeOf(value[0], operation, `${path}[]`) : [];
  }
  const fields = z.record(z.string(), z.unknown()).safeParse(value);
  if (!fields.success || path === '.amis') return [];
  return Object.entries(fields.data)
    .flatMap(([name, field]) => [`${path}.${name}`, ...shapeOf(field, operation, `${path}.${name}`)])
    .sort();
}

function isPage(answer: unknown): answer is { rejected: number } {
  return z.object({ rejected: z.number() }).safeParse(answer).success;
}

/** The documented request, with the ids of the demo world in it. */
async function askable(simulator: UnderTest, operationId: string): Promise<Asked> {
  const body = samples.find((sample) => sample.operation === operationId)?.request.body;
  if (operationId === 'T1') {
    return { headers: { clientId: 'client-under-test', clientSecret: 'secret-under-test' } };
  }
  return operationId.startsWith('A')
    ? askableOnAzure(simulator, operationId, body)
    : askableOnAws(simulator, operationId, body);
}

async function askableOnAzure(simulator: UnderTest, operationId: string, body: unknown): Promise<Asked> {
  const id = (await simulator.read(on.A5, { query: { query: 'name:"Tailspin"' } })).rows[0]?.id ?? '';
  const member = (await simulator.read(on.A14, { params: { id } })).rows[0]?.id ?? '';
  switch (operationId) {
    case 'A2': {
      const { jobUuid } = await simulator.read(on.A1, { body: sampleTenant });
      return { params: { jobUuid: jobUuid ?? '' } };
    }
    case 'A4':
      return { params: { id: (await simulator.read(on.A3, { body })).id }, body };
    case 'A7':
      return { body: [Number(id)] };
    case 'A8':
      simulator.control.setSettings({ pace: 0 });
      await simulator.read(on.A1, { body: sampleTenant });
      return { body };
    case 'A10':
      return { query: { action: 'ENABLE' }, body: [Number(id)] };
    case 'A11':
      await simulator.read(on.A12, { body: [Number(member)] });
      return { body: { connectorId: Number(member), organizationConnectorId: Number(id) } };
    case 'A12':
      return { body: [Number(member)] };
    case 'A13':
      await simulator.read(on.A12, { body: [Number(member)] });
      return { params: { connectorId: member } };
    default:
      return body === undefined ? { params: { id } } : { body };
  }
}

async function askableOnAws(simulator: UnderTest, operationId: string, body: unknown): Promise<Asked> {
  const id = (await simulator.read(on.W3, { query: { query: 'name:"Tailspin"' } })).rows[0]?.id ?? '';
  const detach = { body: { action: `DETACH ${Number(id) + 1}` } };
  switch (operationId) {
    case 'W2':
      await simulator.read(on.W1, { body: testFor(body) });
      return { body };
    case 'W5': {
      const coho = (await simulator.read(on.W3, { query: { query: 'name:"Coho"' } })).rows[0];
      const fields = z.record(z.string(), z.unknown()).parse(body);
      const edited = { ...fields, name: coho?.name, connectorPrefixName: 'coho' };
      return { params: { id: coho?.id ?? '' }, body: edited };
    }
    case 'W6':
      return { body: { connectorId: id } };
    case 'W7':
      return { params: { action: 'ENABLE' }, body: { action: `ENABLE ${id}` } };
    case 'W8':
      return detach;
    case 'W10':
    case 'W11': {
      const connectorUuid = (await simulator.read(on.W8, detach)).rows[0]?.uuid ?? '';
      return { params: { orgConnectorId: id, connectorUuid } };
    }
    case 'W13':
      return { body: { connectorName: 'Coho Vineyard', rootId: 'r-zar5' } };
    default:
      return body === undefined ? { params: { id } } : { body };
  }
}

function testFor(body: unknown) {
  const { name, arn, externalId } = z
    .object({ name: z.string(), arn: z.string(), externalId: z.string() })
    .parse(body);
  return { connectorName: name, arn, externalId, qualysAwsAccountId: '205767712438', isGovCloud: false };
}
