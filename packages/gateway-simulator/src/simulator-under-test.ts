/** A simulator on a free port, asked as the console asks: by operation, over HTTP, with a token. For this package's tests. */
import {
  type GatewayOperation,
  gatewayOperations,
  readAnswer,
  responseMessageOf,
} from '@console/gateway-contract';
import type { z } from 'zod';
import { createSimulator, type SimulatorOptions } from './simulator.ts';

export type Asked = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  method?: string;
  headers?: Record<string, string>;
};

const credentials = { clientId: 'client-under-test', clientSecret: 'secret-under-test' };
/** Tests live on a Monday morning and move only when they are told to. */
const startOfTests = Date.parse('2026-03-02T08:00:00.000Z');

export async function startSimulator(options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({ ...credentials, clock: () => startOfTests, ...options });
  const listening = await simulator.listen(0);
  let token = '';

  /** Asks by operation and gives the raw answer. */
  async function ask({ kind, method, template }: Askable, asked: Asked = {}): Promise<Response> {
    if (token === '' && kind !== 'token') token = await mintedToken(listening.url);
    const path = template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => asked.params?.[name] ?? '');
    const query = new URLSearchParams(asked.query);
    return fetch(`${listening.url}${path}${query.size > 0 ? `?${query.toString()}` : ''}`, {
      method: asked.method ?? method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...asked.headers },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
  }

  /** Asks by operation and gives the answer as the contract reads it; an answer it cannot read fails the test. */
  async function read<Answer extends z.ZodType>(
    operation: Askable & { answer: Answer },
    asked: Asked = {},
  ): Promise<z.output<Answer>> {
    const response = await ask(operation, asked);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${operation.id} was refused with ${response.status}: ${responseMessageOf(text)}`);
    }
    const answer = readAnswer(operation, text);
    if (!answer.ok) throw new Error(`${operation.id} answered ${answer.problem}: ${text.slice(0, 200)}`);
    return answer.answer;
  }

  /** Asks by operation and gives what a refusal says. */
  async function refusal(operation: Askable, asked: Asked = {}) {
    const response = await ask(operation, asked);
    return { status: response.status, message: responseMessageOf(await response.text()) };
  }

  return {
    ...simulator,
    ...listening,
    ask,
    read,
    refusal,
    forgetToken: () => {
      token = '';
    },
    mint: () => mintedToken(listening.url),
    [Symbol.asyncDispose]: listening.close,
  };
}

type Askable = Pick<GatewayOperation, 'id' | 'kind' | 'method' | 'template' | 'answerFormat'>;

async function mintedToken(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/oidc`, { method: 'POST', headers: credentials });
  const answer = readAnswer(gatewayOperations.T1, await response.text());
  return answer.ok ? answer.answer.jwt : '';
}

export const sampleTenant = {
  tenantId: '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34',
  applicationId: '0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10',
  secretValue: 'q9w8Q~example_only_not_a_real_secret_value',
};
