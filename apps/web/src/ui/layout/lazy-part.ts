import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

const AFTER_THE_PAGE_MS = 500;

/**
 * A part of a page that few visits show. Its code follows that of the page, and no user waits for it: by the time it is
 * wanted the console may be gone, or be a newer one with other files, and a part whose code does not come takes the page with it.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  // What fails now is asked for again when it is wanted.
  setTimeout(() => void load().catch(() => undefined), AFTER_THE_PAGE_MS);
  return lazy(async () => ({ default: await load() }));
}
