import { useEffect, useState } from 'react';

/** What was typed and not applied, by key: it outlives the picker, until it is applied, discarded, or the page is left. */
const heldTexts = new Map<string, string>();

export function useHeldText(key: string | undefined) {
  const [typed, setTyped] = useState<string | null>(() => heldTexts.get(key ?? '') ?? null);
  useEffect(() => {
    if (key === undefined) return;
    if (typed === null) heldTexts.delete(key);
    else heldTexts.set(key, typed);
  }, [key, typed]);
  return [typed, setTyped] as const;
}
