/** What a route is: a function from a parsed call to an answer. It never sees the web framework. */
import type { Answer, Endpoint, EndpointName, Endpoints, Person, Received } from '@console/console-contract';

/** What every call knows about itself. */
export type CallContext = {
  /** Quoted in answers and logs, so that a person can name what went wrong. */
  requestId: string;
  /** The address the call came from, after trusted proxies only. */
  address: string;
  /** The cookie's session, to start or end. */
  session: SessionCookie;
};

export interface SessionCookie {
  /** The id as the browser sent it, or `null`. */
  read(): string | null;
  set(sessionId: string): void;
  clear(): void;
}

type Caller<E extends Endpoint> = E['access'] extends 'public' ? { person: null } : { person: Person };

export type Handler<E extends Endpoint> = (
  call: Received<E> & Caller<E> & CallContext,
) => Promise<Answer<E> | Prepared>;

/** The handlers of some endpoints; together, every noun's routes cover the whole table. */
export type Routes<N extends EndpointName> = { [Name in N]: Handler<Endpoints[Name]> };

/** An answer serialised beforehand, for big lists that change less often than they are read. */
export class Prepared {
  readonly body: Buffer;
  readonly etag: string;
  constructor(body: Buffer, etag: string) {
    this.body = body;
    this.etag = etag;
  }
}
