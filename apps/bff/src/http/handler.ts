/** What a route is: a function from a parsed call to an answer. It never sees the web framework. */
import type { Answer, Endpoint, EndpointName, Endpoints, Received } from '@console/console-contract';

import type { Caller } from '../ports/caller.ts';
import type { AskMoment } from '../ports/moment.ts';

/** What every call knows about itself. */
export type CallContext = {
  /** Quoted in answers and logs, so that a person can name what went wrong. */
  requestId: string;
  /** The address the call came from, after trusted proxies only. */
  address: string;
  /** What that address is counted with when there is a limit of it. */
  network: string;
  /** Of this call's arrival: what is remembered of it, or of a later one, may be answered. */
  moment: AskMoment;
  /** The cookie's session, to start or end. */
  session: SessionCookie;
};

export interface SessionCookie {
  /** The id as the browser sent it, or `null`. */
  read(): string | null;
  set(sessionId: string): void;
  clear(): void;
}

type CallerFor<E extends Endpoint> = E['access'] extends 'public' ? { caller: null } : { caller: Caller };

export type Handler<E extends Endpoint> = (
  call: Received<E> & CallerFor<E> & CallContext,
) => Promise<Answer<E> | Prepared | EventStream | SavedFile>;

/** The handlers of some endpoints; together, every noun's routes cover the whole table. */
export type Routes<N extends EndpointName> = { [Name in N]: Handler<Endpoints[Name]> };

/** An answer serialised beforehand, for big lists that change less often than they are read. */
export class Prepared {
  readonly body: Buffer;
  /** Browsers keep what has one, and ask whether it is still so; `null` for what is not asked for twice. */
  readonly etag: string | null;
  constructor(body: Buffer, etag: string | null) {
    this.body = body;
    this.etag = etag;
  }
}

/** The far end of an open stream of events, each of which is sent as JSON. */
export type EventSink = { send: (event: object) => void; end: () => void };

/** An answer that goes on: `open` is called once, and answers with what is to happen when the caller has gone. */
export class EventStream {
  readonly open: (sink: EventSink) => () => void;
  constructor(open: (sink: EventSink) => () => void) {
    this.open = open;
  }
}

/** A file for the browser to save, of the type that its endpoint declares. */
export class SavedFile {
  readonly name: string;
  readonly body: Buffer;
  /** `true` when there was more than the file holds. */
  readonly cut: boolean;
  constructor({ name, body, cut }: { name: string; body: Buffer; cut: boolean }) {
    this.name = name;
    this.body = body;
    this.cut = cut;
  }
}
