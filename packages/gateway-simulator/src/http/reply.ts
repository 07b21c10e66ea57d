/** What a handler gives back, and how it says no. */

export type Reply = { status: number; contentType: string; text: string };

export function json(body: unknown): Reply {
  return { status: 200, contentType: 'application/json', text: JSON.stringify(body) };
}

export function text(body: string): Reply {
  return { status: 200, contentType: 'text/plain;charset=UTF-8', text: body };
}

/** A refusal in the vendor's words. `word` is the document's message for the status. */
export class Refusal extends Error {
  readonly status: number;
  readonly word: string;
  readonly headers: Record<string, string>;
  /** Its body, where it has another form than most. */
  readonly body: Pick<Reply, 'contentType' | 'text'> | null;

  constructor(
    status: number,
    word: string,
    message: string,
    headers: Record<string, string> = {},
    body: Refusal['body'] = null,
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.word = word;
    this.headers = headers;
    this.body = body;
  }
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', `${what} was not found.`);
}

export function conflict(message: string): Refusal {
  return new Refusal(409, 'CONFLICT', message);
}

/** No permission, or a cloud that refused its credentials: the gateway answers both alike. */
export function unauthorized(message = 'Unauthorized error'): Refusal {
  return new Refusal(401, 'Unauthorized error', message);
}

/** The body of an error is not documented; this one has the form of the framework such gateways are usually built with. */
export function refusalReply(refusal: Refusal, path: string, timestamp: string): Reply {
  const { status, word, message } = refusal;
  if (refusal.body !== null) return { status, ...refusal.body };
  const body = { timestamp, status, error: word, message, path };
  return { status, contentType: 'application/json', text: JSON.stringify(body) };
}
