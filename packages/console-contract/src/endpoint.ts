/** How one call between browser and console is declared. Everything else derives from these declarations. */
import type * as z from 'zod/mini';
import type { Capability } from './capabilities.ts';

/** What it takes to call: a capability, or nothing at all. */
export type Access = 'public' | Capability;

type Schema = z.ZodMiniType;

/**
 * One endpoint as data. `path` carries its parameters in braces (`/api/workspaces/{workspace}`), as OpenAPI writes them.
 * An `answer` of `null` means an empty body (204).
 */
export type Endpoint = {
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  access: Access;
  params?: Schema;
  /** The part after the question mark: a strict object of texts, each given once at most. */
  query?: Schema;
  body?: Schema;
  answer: Schema | null;
  /** The answer is a `text/event-stream`; `answer` is what one of its events holds. */
  stream?: true;
  /** The answer is a file of this type to be saved; `answer` is `null`. */
  file?: 'text/csv';
  /** The status of a good answer; 200 unless said otherwise. */
  status?: 200 | 201 | 202 | 204;
};

/** What the caller passes: the parsed parameters, query and body, each only where the endpoint declares one. */
export type Call<E extends Endpoint> = (E extends { params: infer P extends Schema }
  ? { params: z.output<P> }
  : { params?: undefined }) &
  (E extends { query: infer Q extends Schema }
    ? object extends z.input<Q>
      ? { query?: z.input<Q> }
      : { query: z.input<Q> }
    : { query?: undefined }) &
  (E extends { body: infer B extends Schema } ? { body: z.input<B> } : { body?: undefined });

/** What a good answer holds once parsed. */
export type Answer<E extends Endpoint> = E['answer'] extends Schema ? z.output<E['answer']> : undefined;

/** What the server's handler receives: queries and bodies as parsed, with defaults filled in. */
export type Received<E extends Endpoint> = (E extends { params: infer P extends Schema }
  ? { params: z.output<P> }
  : { params?: undefined }) &
  (E extends { query: infer Q extends Schema } ? { query: z.output<Q> } : { query?: undefined }) &
  (E extends { body: infer B extends Schema } ? { body: z.output<B> } : { body?: undefined });

/**
 * Fills the braces of a path; every value is encoded, and the schemas have refused dots and slashes before. What is
 * `undefined` in the query is left out.
 */
export function pathOf(
  endpoint: Endpoint,
  params: Record<string, string> = {},
  query: Record<string, string | undefined> = {},
): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${endpoint.path} needs a value for {${name}}.`);
    return encodeURIComponent(value);
  });
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
