import { type RefObject, useEffect } from 'react';

/** `/` goes to the filter; `j`, `k` and the arrows walk the rows (`data-row-link`), so that Enter opens one. */
export function useListKeys(filter: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isEditable(event.target)) return;
      if (event.key === '/') filter.current?.focus();
      else if (event.key === 'j' || (event.key === 'ArrowDown' && isRowLink(event.target))) walk(1);
      else if (event.key === 'k' || (event.key === 'ArrowUp' && isRowLink(event.target))) walk(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [filter]);
}

function walk(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  // The rows are drawn in any order; their places on the screen are theirs in the list.
  links.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  links[at < 0 ? 0 : at + step]?.focus();
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"], dialog') !== null
  );
}

function isRowLink(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.hasAttribute('data-row-link');
}
