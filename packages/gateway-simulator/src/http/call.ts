/** One call as a handler sees it: the world, the time, and readers for what was sent that refuse with the name of a wrong field. */
import type { GatewayOperation } from '@console/gateway-contract';
import type { z } from 'zod';
import type { Settings } from '../settings.ts';
import type { PageRequest } from '../wire/page.ts';
import type { World } from '../world/world.ts';
import { badRequest, notFound, type Reply } from './reply.ts';

export type Call = {
  world: World;
  now: number;
  settings: Settings;
  /** A part of the path that must be a number. */
  id(name: string): number;
  /** A part of the path as it stands. */
  param(name: string): string;
  header(name: string): string | undefined;
  body<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
  query<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
};

export type Handler = (call: Call) => Reply;

export type Received = {
  params: Record<string, string | string[] | undefined>;
  query: Record<string, string>;
  header(name: string): string | undefined;
  contentType: string | undefined;
  bodyText: string;
};

type Surroundings = Pick<Call, 'world' | 'now' | 'settings'>;

export function readCall(operation: GatewayOperation, received: Received, surroundings: Surroundings): Call {
  refuseUnknownQuery(operation, received.query);
  return {
    ...surroundings,
    id: (name) => numericId(paramOf(received, name), name),
    param: (name) => paramOf(received, name),
    header: received.header,
    body: (schema) => readBody(schema, received),
    query: (schema) => readFields(schema, withNumbers(received.query)),
  };
}

const defaultPageSize = { azure: 100, aws: 1_000 };
const largestPageSize = 1_000;

/** The page a read asks for. Azure starts with a hundred rows, AWS with a thousand; no page is larger than a thousand. */
export function pageRequest(
  asked: { pageNumber?: number | undefined; pageSize?: number | undefined },
  cloud: 'azure' | 'aws',
): PageRequest {
  const pageSize = Math.min(asked.pageSize ?? defaultPageSize[cloud], largestPageSize);
  return { pageNumber: asked.pageNumber ?? 0, pageSize };
}

function paramOf({ params }: Received, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

function numericId(value: string, name: string): number {
  if (!/^[0-9]{1,19}$/.test(value)) throw badRequest(`${name} is not a number.`);
  const id = Number(value);
  if (!Number.isSafeInteger(id)) throw notFound(`The connector ${value}`);
  return id;
}

function readBody<Schema extends z.ZodType>(schema: Schema, { contentType, bodyText }: Received) {
  if (!contentType?.toLowerCase().startsWith('application/json')) {
    throw badRequest('Content-Type must be application/json.');
  }
  return readFields(schema, parseJson(bodyText));
}

function parseJson(bodyText: string): unknown {
  try {
    return JSON.parse(bodyText);
  } catch {
    throw badRequest('The request body is missing or no JSON.');
  }
}

function readFields<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw badRequest(read.error.issues.map(fieldComplaint).join(' '));
  return read.data;
}

function fieldComplaint(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map((key) => `Unrecognized field "${place === '' ? key : `${place}.${key}`}".`)
      .join(' ');
  }
  return `Invalid value for field "${place || 'body'}": ${issue.message}.`;
}

function refuseUnknownQuery(operation: GatewayOperation, query: Record<string, string>): void {
  const names = Object.keys(query);
  if (names.length === 0) return;
  if (!operation.query) throw badRequest(`Unrecognized parameter "${names[0]}".`);
  readFields(operation.query, withNumbers(query));
}

function withNumbers(query: Record<string, string>): Record<string, string | number> {
  const paging = ['pageNumber', 'pageSize'];
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) =>
      paging.includes(name) && /^\d{1,9}$/.test(value) ? [name, Number(value)] : [name, value],
    ),
  );
}
