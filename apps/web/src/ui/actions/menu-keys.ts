const ITEMS = '[role^="menuitem"]';

/** Moves the focus inside an open menu: arrows in a ring, Home, End, or the next item that begins with the letter. True when it moved. */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>(ITEMS)];
  const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
  const target = targetOf(items, at, key);
  target?.focus();
  return target !== undefined;
}

function targetOf(items: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLocaleLowerCase();
  const ring = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return ring.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter));
}
