import type { BulkProgress } from '@console/console-contract';

/** "12 of 25 done · 2 failed · 11 to go". */
export function progressText({ total, done, failed, cancelled, open }: BulkProgress): string {
  const part = (count: number, word: string) =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${word}`];
  return [
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} done`,
    ...part(failed, 'failed'),
    ...part(cancelled, 'not sent'),
    ...part(open, 'to go'),
  ].join(' · ');
}
