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
    'x-access': endpoint.access,
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    parameters: [consoleHeader, ...pathParameters(endpoint)],
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: json(endpoint.body, 'input') } }),
    responses: {
      [endpoint.status ?? 200]: {
        description: endpoint.summary,
        ...(endpoint.answer === null ? {} : { content: json(endpoint.answer, 'output') }),
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

function json(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
