import { type RefObject, useEffect, useRef } from 'react';

/** For the first field of a page that is nothing but a form: ready to type in when it opens. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  // After the page has put the focus on its heading.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return field;
}
