/** What becomes of one call: its answer, spoiled or not, its line in the journal, its place in the limits. */
import type { GatewayOperation } from '@console/gateway-contract';
import type { Request, Response } from 'express';
import { wireTime } from '../clock.ts';
import { type Fault, type Mutation, mutated } from '../control/faults.ts';
import { hashOf, withoutSecretFields, withoutSecretHeaders } from '../control/journal.ts';
import type { Vendor } from '../vendor.ts';
import { type Refusal, type Reply, refusalReply } from './reply.ts';

export class Outcome {
  fault: Fault | null = null;
  committed = false;
  reply: Reply | null = null;
  readonly #vendor: Vendor;
  readonly #operation: GatewayOperation | null;
  readonly #request: Request;
  readonly #response: Response;
  #counted = false;

  constructor(vendor: Vendor, operation: GatewayOperation | null, request: Request, response: Response) {
    this.#vendor = vendor;
    this.#operation = operation;
    this.#request = request;
    this.#response = response;
  }

  /** Throws the refusal of a limit. */
  countIn(): void {
    const { limits, clock, settings } = this.#vendor;
    if (!this.#operation) return;
    this.#response.set(limits.enter(this.#operation.id, clock.now(), settings));
    this.#counted = true;
  }

  countOut(): void {
    if (this.#counted && this.#operation) this.#vendor.limits.leave(this.#operation.id);
  }

  /** Whether the fault takes the handler's place altogether. */
  isAnsweredByFault(): boolean {
    return this.fault !== null && !this.fault.afterCommit && hasOwnAnswer(this.fault);
  }

  sendFault(): void {
    this.#write(faultReply(this.fault ?? {}));
  }

  /** Sends the handler's answer, or what the fault makes of it. */
  send(): void {
    const { fault, reply } = this;
    if (fault?.drop === 'after-commit') this.cut();
    else if (fault && hasOwnAnswer(fault)) this.sendFault();
    else if (reply) this.#write(fault?.mutate ? spoiled(reply, fault.mutate) : reply);
  }

  refuse(refusal: Refusal): void {
    this.#response.set(refusal.headers);
    this.#write(refusalReply(refusal, this.#request.path, wireTime(this.#vendor.clock.now())));
  }

  /** Cuts the connection without an answer. */
  cut(): void {
    this.#writeDown(null);
    this.#request.socket.destroy();
  }

  #write({ status, contentType, text }: Reply): void {
    this.#writeDown(status);
    this.#response.status(status).set('content-type', contentType);
    if (this.fault?.headers) this.#response.set(this.fault.headers);
    if (this.fault?.redirectTo !== undefined) this.#response.set('location', this.fault.redirectTo);
    this.#response.end(text);
  }

  #writeDown(status: number | null): void {
    const request = this.#request;
    const body: unknown = request.body;
    const bodyText = Buffer.isBuffer(body) ? body.toString('utf8') : '';
    this.#vendor.journal.add({
      at: wireTime(this.#vendor.clock.now()),
      operation: this.#operation?.id ?? null,
      method: request.method,
      path: request.originalUrl,
      headers: withoutSecretHeaders(pairsOf(request.rawHeaders)),
      bytes: Buffer.isBuffer(body) ? body.byteLength : 0,
      bodyHash: bodyText === '' ? null : hashOf(bodyText),
      body: withoutSecretFields(bodyText),
      committed: this.committed,
      fault: this.fault !== null,
      status,
    });
  }
}

function spoiled({ status, contentType, text }: Reply, mutation: Mutation): Reply {
  return {
    status: mutation === 'no-content' ? 204 : status,
    contentType: mutation === 'html' ? 'text/html;charset=UTF-8' : contentType,
    text: mutated(text, mutation),
  };
}

function hasOwnAnswer({ status, body, bodyText, redirectTo }: Fault): boolean {
  return status !== undefined || body !== undefined || bodyText !== undefined || redirectTo !== undefined;
}

function faultReply({ status, body, bodyText, redirectTo }: Fault): Reply {
  if (redirectTo !== undefined) return { status: status ?? 302, contentType: 'text/plain', text: '' };
  if (body !== undefined)
    return { status: status ?? 500, contentType: 'application/json', text: JSON.stringify(body) };
  return { status: status ?? 500, contentType: 'text/plain;charset=UTF-8', text: bodyText ?? '' };
}

function pairsOf(rawHeaders: string[]): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs[rawHeaders[index] ?? ''] = rawHeaders[index + 1] ?? '';
  }
  return pairs;
}
