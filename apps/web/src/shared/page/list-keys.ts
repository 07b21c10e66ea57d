import { type RefObject, useEffect } from 'react';
import { useStable } from '../../ui/timing/use-stable.ts';
import { isFree, isLetterKey } from './letter-keys.ts';

/**
 * `/` goes to the filter; `j`, `k` and the arrows walk the rows (`data-row-link`), so that Enter opens one; `x` ticks the row, with
 * Shift all since the last one. Escape asks for `onEscape`: what was selected is let go.
 */
export function useListKeys(filter: RefObject<HTMLInputElement | null>, onEscape?: () => void): void {
  const letGo = useStable(() => onEscape?.());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (actOn(event, filter.current, letGo)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [filter, letGo]);
}

/** True when the press was one of a list. */
function actOn(event: KeyboardEvent, filter: HTMLInputElement | null, letGo: () => void): boolean {
  if (!isFree(event)) return false;
  if (event.key === 'Escape') letGo();
  else if (event.key === 'ArrowDown' && isRowLink(event.target)) walk(1);
  else if (event.key === 'ArrowUp' && isRowLink(event.target)) walk(-1);
  else return isLetterKey(event) && actOnLetter(event, filter);
  return true;
}

function actOnLetter(event: KeyboardEvent, filter: HTMLInputElement | null): boolean {
  if (event.key === '/') filter?.focus();
  else if (event.key === 'j') walk(1);
  else if (event.key === 'k') walk(-1);
  else if (event.key === 'x' || event.key === 'X') return tickRow(event.shiftKey);
  else return false;
  return true;
}

function walk(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  // The rows are drawn in any order; their places on the screen are theirs in the list.
  links.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const focused = document.activeElement;
  const row = focused?.closest('[role="row"]');
  const at = links.findIndex((link) => link === focused || row?.contains(link));
  links[at < 0 ? 0 : at + step]?.focus();
}

/** Presses the box of the row that has the focus, as a pointer does: the list hears of Shift by it. */
function tickRow(shiftKey: boolean): boolean {
  const box = document.activeElement?.closest('[role="row"]')?.querySelector('input[type="checkbox"]');
  box?.dispatchEvent(new MouseEvent('click', { shiftKey, bubbles: true, cancelable: true }));
  return box !== null && box !== undefined;
}

function isRowLink(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.hasAttribute('data-row-link');
}
