import { useRef } from 'react';

/**
 * The idempotency key of what is asked for. One key goes with one content until the console has answered, so that a double
 * click, or a second try after a lost answer, asks for the same operation. `content`: things that keep their identity until
 * they change.
 */
export function useAttemptKey() {
  const attempt = useRef<{ key: string; content: readonly unknown[] } | null>(null);
  return {
    keyFor: (content: readonly unknown[]): string => {
      const known = attempt.current;
      if (known?.content.every((part, index) => part === content[index])) return known.key;
      const key = crypto.randomUUID();
      attempt.current = { key, content };
      return key;
    },
    /** The console has answered: a new try is a new operation. */
    settle: () => {
      attempt.current = null;
    },
  };
}
