/** What an operation of the gateway is, as data. Knows neither HTTP clients nor servers: both are driven by it. */
import type { z } from 'zod';
import { InvalidGatewayId, type PathSegment } from './ids.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Cloud = 'azure' | 'aws';
type Segments = Record<string, PathSegment>;

/** How the body of an answer is to be read. `any`: nothing is documented, an empty body included. */
export type AnswerFormat = 'text' | 'json' | 'json-or-text' | 'any';

/** Another form of the same call that gateways have been seen to want instead; a switch of the workspace chooses it. */
export type OperationVariant = { method?: HttpMethod; request?: z.ZodType };

type Declaration<Id extends string, Params extends Segments, Request, Query, Answer> = {
  id: Id;
  title: string;
  /** Absent for the token calls, which belong to neither cloud. */
  cloud?: Cloud;
  method: HttpMethod;
  /** The subscription's API server (tokens) or its gateway (everything else). */
  base: 'api-server' | 'gateway';
  /** The path with `{parameter}` places. A trailing slash is part of it. */
  template: string;
  params: Params;
  kind: 'token' | 'read' | 'write';
  /** What the body must be; absent when the call has none. */
  request?: Request;
  query?: Query;
  /** The shape of a successful answer, after `answerFormat` has been applied: see `readAnswer`. */
  answer: Answer;
  answerFormat: AnswerFormat;
  document: 'Azure 2023' | 'AWS 2.15';
  variant?: OperationVariant;
};

/** Any operation, for code that walks the whole table. */
export type GatewayOperation = Declaration<
  string,
  Segments,
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType
> & {
  path(params: Record<string, string>): string;
};

/**
 * Completes a declaration with `path(params)`. It throws `InvalidGatewayId` before a value that is not plainly an id
 * could become part of an address.
 */
export function defineOperation<
  const Id extends string,
  const Params extends Segments,
  const Answer extends z.ZodType,
  const Request extends z.ZodType | undefined = undefined,
  const Query extends z.ZodType | undefined = undefined,
>(declaration: Declaration<Id, Params, Request, Query, Answer>) {
  return {
    ...declaration,
    path(params: { [Name in keyof Params]: string }): string {
      return buildPath(declaration, params);
    },
  };
}

function buildPath(
  { template, params }: { template: string; params: Segments },
  values: Record<string, string>,
): string {
  return template.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value !== 'string' || !params[name]?.(value)) throw new InvalidGatewayId(name);
    return value;
  });
}
