import { useEffect, useMemo, useState } from 'react';
import { readAnyText, readPlainText, type ScopeTextReading } from './scope-text-reading.ts';

/** What was typed, read: at once where it is plain, else after a pause in typing. Null while there is nothing to say. */
export function useTextReading(typed: string | null): ScopeTextReading | null {
  const plain = useMemo(() => (typed === null ? null : readPlainText(typed)), [typed]);
  const [latest, setLatest] = useState<{ text: string; reading: ScopeTextReading }>();
  useEffect(() => {
    if (typed === null || plain) return;
    let isOver = false;
    const settle = (reading: ScopeTextReading) => {
      if (!isOver) setLatest({ text: typed, reading });
    };
    const timer = setTimeout(() => void readAnyText(typed).then(settle, () => settle(NO_READER)), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, plain]);
  if (typed === null || plain) return plain;
  return latest?.text === typed ? latest.reading : null;
}

/** Long enough that a word is finished before it is found wrong. */
const PAUSE_MS = 400;

const NO_READER: ScopeTextReading = {
  state: 'unreadable',
  problems: [
    {
      line: null,
      message:
        'The reader of YAML could not be loaded. Your text is kept; change it once the console is within reach.',
    },
  ],
};
