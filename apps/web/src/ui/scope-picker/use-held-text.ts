import { useEffect, useRef, useState } from 'react';

/** What was typed and not applied, by key: it outlives the picker, until it is applied, discarded, or the page is left. */
const heldTexts = new Map<string, string>();

export function useHeldText(key: string | undefined) {
  const [typed, setTyped] = useState<string | null>(() => heldTexts.get(key ?? '') ?? null);
  const keptAs = useRef(key);
  useEffect(() => {
    // A wizard's address changes when its draft begins: the text moves along.
    if (keptAs.current !== undefined && keptAs.current !== key) heldTexts.delete(keptAs.current);
    keptAs.current = key;
    if (key === undefined) return;
    if (typed === null) heldTexts.delete(key);
    else heldTexts.set(key, typed);
  }, [key, typed]);
  return [typed, setTyped] as const;
}
