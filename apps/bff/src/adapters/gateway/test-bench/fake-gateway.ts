/** For tests: a gateway whose every answer is scripted, with a journal of what arrived. It says anything a hostile server could. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import { Secret } from '../../../ports/secret.ts';
import { type ConnectorGatewayOptions, createConnectorGateways } from '../gateways.ts';

export type Arrived = {
  method: string;
  path: string;
  rawHeaders: string[];
  headers: IncomingMessage['headers'];
  body: string;
};
export type Scripted = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  json?: unknown;
};
/** Answers, or takes the socket into its own hands and answers nothing. */
export type Script = (arrived: Arrived, response: ServerResponse) => Scripted | undefined;

export async function startFakeGateway(script: Script, token: Script = () => ({ body: aToken() })) {
  const journal: Arrived[] = [];
  const server = createServer((request, response) => {
    // A request that breaks off has no caller left to answer.
    respond(request, response).catch(() => response.destroy());
  });
  async function respond(request: IncomingMessage, response: ServerResponse) {
    const arrived = await arrivedOf(request);
    journal.push(arrived);
    const answer = arrived.path.startsWith('/auth/') ? token(arrived, response) : script(arrived, response);
    if (answer === undefined) return;
    const body = answer.json === undefined ? (answer.body ?? '') : JSON.stringify(answer.json);
    response.writeHead(answer.status ?? 200, answer.headers).end(body);
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${addressOf(server.address()).port}`;
  return {
    host,
    url: `http://${host}`,
    journal,
    mints: () => journal.filter(({ path }) => path.startsWith('/auth/')).length,
    calls: () => journal.filter(({ path }) => !path.startsWith('/auth/')),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A connection of the adapter to that gateway, without a pause between retries. */
export function connect(
  fake: { host: string; url: string },
  facts: Partial<Omit<GatewayAccess, 'openSecret'>> & { secret?: string } & ConnectorGatewayOptions = {},
) {
  const {
    secret = 'client-secret-canary',
    allowedHosts,
    onCall,
    resolveName,
    timing,
    deadlines,
    ...access
  } = facts;
  const gateways = createConnectorGateways({
    allowedHosts: allowedHosts ?? [fake.host],
    ...(onCall === undefined ? {} : { onCall }),
    ...(resolveName === undefined ? {} : { resolveName }),
    timing: { random: () => 0, ...timing },
    ...(deadlines === undefined ? {} : { deadlines }),
  });
  const gateway = gateways.of(accessTo(fake.url, access, secret));
  return { gateways, gateway, [Symbol.asyncDispose]: () => gateways.close() };
}

export function accessTo(
  url: string,
  facts: Partial<Omit<GatewayAccess, 'openSecret'>> = {},
  secret = 'client-secret-canary',
): GatewayAccess {
  return {
    workspaceId: '0b0f7d3e-5d0f-4f5c-9a59-6a1c3c1f6a01',
    apiServerUrl: url,
    gatewayUrl: url,
    authPath: '/auth/oidc',
    clientId: 'client-1',
    secretVersion: 1,
    ...facts,
    openSecret: () => new Secret(secret),
  };
}

let tokens = 0;

/** A token in the vendor's form, unlike any other; `claims` replaces the usual life of four hours. */
export function aToken(claims: Record<string, unknown> = { iat: 1_700_000_000, exp: 1_700_014_400 }): string {
  tokens += 1;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ ...claims, jti: String(tokens) })}.c2lnbmF0dXJl`;
}

/** A page of the vendor's form around these rows. */
export function aPage(rows: unknown[], facts: Record<string, unknown> = {}): Scripted {
  const page = { currentPage: 0, currentPageSize: rows.length, totalPages: 1, numberOfElements: rows.length };
  return { json: { ...page, content: rows, hasContent: rows.length > 0, hasNext: false, ...facts } };
}

async function arrivedOf(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', url: path = '', rawHeaders, headers } = request;
  return { method, path, rawHeaders, headers, body: Buffer.concat(chunks).toString('utf8') };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The fake gateway has no port.');
  return address;
}
