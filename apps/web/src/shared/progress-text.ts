import type { BulkProgress } from '@console/console-contract';
import { numberText } from '../ui/number-text.ts';
import { doneWord } from './done-words.ts';

/** "12 of 25 done · 2 failed · 11 to go"; of a run "12 of 25 started". */
export function progressText({ total, done, failed, cancelled, open }: BulkProgress, kind: string): string {
  const part = (count: number, word: string) => (count === 0 ? [] : [`${numberText(count)} ${word}`]);
  return [
    `${numberText(done)} of ${numberText(total)} ${doneWord(kind)}`,
    ...part(failed, 'failed'),
    ...part(cancelled, 'not sent'),
    ...part(open, 'to go'),
  ].join(' · ');
}
