/** The OpenAPI 3.1 document, derived from the contract's table: nothing in it is written by hand. */
import { type Endpoint, endpoints, Problem } from '@console/console-contract';
import * as z from 'zod/mini';
import { sessionCookieName } from './session-cookie.ts';

export function openApiDocument(publicUrl: URL): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    paths[endpoint.path] ??= {};
    Object.assign(paths[endpoint.path] ?? {}, {
      [endpoint.method.toLowerCase()]: describeCall(name, endpoint),
    });
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Connector Console', version: '1' },
    servers: [{ url: publicUrl.origin }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(publicUrl),
        },
      },
    },
  };
}

function describeCall(operationId: string, endpoint: Endpoint): object {
  return {
    operationId,
    summary: endpoint.summary,
    'x-capability': endpoint.access,
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    parameters: [consoleHeader, ...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: json(endpoint.body, 'input') } }),
    responses: {
      [endpoint.status ?? 200]: {
        description: endpoint.summary,
        ...contentOf(endpoint),
      },
      default: {
        description: 'What happened, what was kept, what to do next, and a request id',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const consoleHeader = {
  name: 'X-Console',
  in: 'header',
  required: true,
  schema: { const: '1' },
  description: 'Shows that the call is meant: no form and no link can send it',
};

function pathParameters(endpoint: Endpoint): object[] {
  return [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(endpoint: Endpoint): object[] {
  if (endpoint.query === undefined) return [];
  const { properties, required } = ObjectSchema.parse(schemaOf(endpoint.query, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** What a query's schema looks like as JSON Schema. */
const ObjectSchema = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z._default(z.array(z.string()), []),
});

function contentOf({ answer, file, stream }: Endpoint): object {
  if (file !== undefined) return { content: { [file]: { schema: { type: 'string' } } } };
  if (answer === null) return {};
  if (stream) return { content: { 'text/event-stream': { schema: schemaOf(answer, 'output') } } };
  return { content: json(answer, 'output') };
}

function json(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
