/** The ways in which gateways of the vendor have been seen to tell of their call limits. */
import type { Settings } from '../settings.ts';
import { Refusal, type Reply } from './reply.ts';

/** The vendor's codes: 1960 for too many calls at the same time, 1965 for too many within the window. */
export type Block = { code: 1960 | 1965; waitSeconds: number };
export type Traffic = { calls: number; running: number; settings: Settings };

export function headersOf(
  { calls, running, settings }: Traffic,
  waitSeconds: number,
): Record<string, string> {
  const { limit, windowSeconds } = settings.rateLimit;
  const rate = {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(Math.max(0, limit - calls)),
  };
  switch (settings.limitStyle) {
    case '409-json':
    case '409-xml':
    case '409-text':
      return {};
    case '429-bare':
      return rate;
    case '409':
    case '429':
      return {
        ...rate,
        'X-RateLimit-Window-Sec': String(windowSeconds),
        'X-RateLimit-ToWait-Sec': String(waitSeconds),
        'X-Concurrency-Limit-Limit': String(settings.concurrencyLimit),
        'X-Concurrency-Limit-Running': String(running),
      };
  }
}

export function blockedBy(block: Block, traffic: Traffic): Refusal {
  const { running, settings } = traffic;
  const isTooMany = settings.limitStyle.startsWith('429');
  const sentence =
    block.code === 1960
      ? `This API cannot be run until ${running} currently running instance(s) have finished.`
      : `This API cannot be run again for another ${block.waitSeconds} seconds.`;
  const body = bodyOf(block, sentence, settings);
  const headers = headersOf(traffic, block.waitSeconds);
  return isTooMany
    ? new Refusal(429, 'Too Many Requests', sentence, headers, body)
    : new Refusal(409, 'CONFLICT', sentence, headers, body);
}

function bodyOf({ code, waitSeconds }: Block, sentence: string, { limitStyle }: Settings): Refusal['body'] {
  switch (limitStyle) {
    case '409-json':
      return asJson({ errorCode: String(code), message: sentence });
    case '409-xml':
      return {
        contentType: 'text/xml;charset=UTF-8',
        text: `<?xml version="1.0" encoding="UTF-8"?><SIMPLE_RETURN><RESPONSE><CODE>${code}</CODE><TEXT>${sentence}</TEXT>${itemOf(code, waitSeconds)}</RESPONSE></SIMPLE_RETURN>`,
      };
    case '409-text':
      return { contentType: 'text/plain;charset=UTF-8', text: sentence };
    case '429-bare':
      return { contentType: 'text/plain;charset=UTF-8', text: '' };
    case '409':
    case '429':
      return null;
  }
}

function asJson(body: unknown): Pick<Reply, 'contentType' | 'text'> {
  return { contentType: 'application/json', text: JSON.stringify(body) };
}

function itemOf(code: Block['code'], waitSeconds: number): string {
  const [key, value] = code === 1960 ? ['CALLS_TO_FINISH', 1] : ['SECONDS_TO_WAIT', waitSeconds];
  return `<ITEM_LIST><ITEM><KEY>${key}</KEY><VALUE>${value}</VALUE></ITEM></ITEM_LIST>`;
}
