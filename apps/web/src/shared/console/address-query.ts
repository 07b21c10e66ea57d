/**
 * The query of a list's address, read and written at once. The router would pass each change on in a transition, which
 * may lag behind fast typing: two changes in a row would then start from the same old filter and one be lost.
 */
const listeners = new Set<() => void>();
const lastSeen = new Map<string, string>();

/** The query as the address bar has it; while another page is being opened, the one this page had last. */
export function readAddressQuery(pathname: string): string {
  if (window.location.pathname === pathname) lastSeen.set(pathname, window.location.search);
  return lastSeen.get(pathname) ?? '';
}

/** Changes one part of the query in place, without a step in the history; an empty value takes the part away. */
export function replaceInAddressQuery(key: 'filter' | 'sort' | 'operation', value: string | null): void {
  const url = new URL(window.location.href);
  if (value === null || value === '') url.searchParams.delete(key);
  else url.searchParams.set(key, value);
  window.history.replaceState(window.history.state, '', url);
  for (const listener of listeners) listener();
}

export function onAddressQuery(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
