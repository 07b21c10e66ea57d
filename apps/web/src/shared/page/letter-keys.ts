/**
 * Shortcuts of one key without a modifier, which speech input and a stray hand trigger too (WCAG 2.1.4): each user can turn them off,
 * for this browser. They never fire in a field, a menu or a dialog.
 */
import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'console.letter-keys';
const listeners = new Set<() => void>();

export function useLetterKeys(): { on: boolean; choose: (on: boolean) => void } {
  return { on: useSyncExternalStore(subscribe, letterKeysAreOn), choose };
}

/** Whether this press may act as a shortcut of one key. */
export function isLetterKey(event: KeyboardEvent): boolean {
  return letterKeysAreOn() && isFree(event);
}

/** The press belongs to no control: nothing is typed, no menu or dialog is open around it, and no modifier is held but Shift. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  return !takesKeys(event.target) && !dialogIsOpen();
}

export function dialogIsOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

const TAKES_KEYS =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="menu"], [role="tree"], [role="treegrid"], [role="listbox"]';

function takesKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(TAKES_KEYS) !== null;
}

function letterKeysAreOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

function choose(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, 'off');
  } catch {
    // Storage is blocked: the shortcuts stay as they are.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
