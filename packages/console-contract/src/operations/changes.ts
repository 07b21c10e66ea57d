/** Asking for a change of a connector that is there: one endpoint for every kind that has one in the table of kinds. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ConnectorParams, Id } from '../values.ts';
import {
  type ChangeBody,
  type ConnectorChangeKind,
  connectorChangeKinds,
  type KindOfChange,
  kindOf,
} from './kinds.ts';
import { Operation } from './reading.ts';

/** `run-connector` is asked for at `runConnector`. */
export type ChangeEndpointName<Kind extends ConnectorChangeKind> = Kind extends `${infer Verb}-${infer Noun}`
  ? `${Verb}${Capitalize<Noun>}`
  : never;

type ChangeEndpoints = {
  [Kind in ConnectorChangeKind as ChangeEndpointName<Kind>]: ReturnType<typeof endpointOf<ChangeBody<Kind>>>;
};

// The names and the bodies come from the table, which TypeScript cannot follow through a loop.
export const changeEndpoints = Object.fromEntries(
  connectorChangeKinds.map((kind) => {
    const { endpoint, access } = kindOf(kind);
    return [changeEndpointName(kind), endpoint && endpointOf(access, endpoint)] as const;
  }),
) as ChangeEndpoints;

export function changeEndpointName<Kind extends ConnectorChangeKind>(kind: Kind): ChangeEndpointName<Kind> {
  return kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase()) as ChangeEndpointName<Kind>;
}

function endpointOf<const Body extends Record<string, z.ZodMiniType>>(
  access: KindOfChange['access'],
  { summary, path, body }: { summary: string; path: string; body: Body },
) {
  return {
    summary,
    method: 'POST',
    path: `/api/workspaces/{workspace}/connectors/{cloud}/{id}${path}`,
    access,
    params: ConnectorParams,
    // Made once when a confirmation opens: the same key and the same body give the same operation.
    body: z.strictObject({ idempotencyKey: Id, ...body }),
    answer: Operation,
    status: 202,
  } as const satisfies Endpoint;
}
