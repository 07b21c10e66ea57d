/**
 * Answers compressed as the client takes them. A body that is made once and sent often (a list until its next version, the OpenAPI
 * document) is compressed once, however many ask for it, which a compressing middleware could not do.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

export type Encoding = 'br' | 'gzip';

// Less fits into one packet with its headers.
const leastToCompress = 1024;

/** Sends the body; its content type has been set. */
export async function sendCompressed(req: Request, res: Response, body: Buffer): Promise<void> {
  res.vary('Accept-Encoding');
  const encoding = body.length < leastToCompress ? null : encodingFor(req, { br: true, gzip: true });
  if (encoding === null) return void res.end(body);
  const sent = await compressedOnce(body, encoding);
  res.setHeader('Content-Encoding', encoding);
  res.end(sent);
}

/** The smallest form among those offered that the client takes; `null` for the plain one. */
export function encodingFor(req: Request, offered: Partial<Record<Encoding, unknown>>): Encoding | null {
  const taken = (['br', 'gzip'] as const).filter((encoding) => req.acceptsEncodings(encoding) === encoding);
  return taken.find((encoding) => offered[encoding] !== undefined) ?? null;
}

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  // Quality 11, the default, takes seconds for what 5 does in milliseconds.
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

const compressed = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

function compressedOnce(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const forms = compressed.get(body) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(body, forms);
  const form = forms.get(encoding) ?? compress[encoding](body);
  forms.set(encoding, form);
  form.catch(() => forms.delete(encoding));
  return form;
}
