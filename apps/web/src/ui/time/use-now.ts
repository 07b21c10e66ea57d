import { useSyncExternalStore } from 'react';

interface Ticker {
  now: number;
  listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval> | undefined;
}

/** One clock per period for the whole page, running only while something shows it. */
const tickers = new Map<number, Ticker>();

/** The time in milliseconds, fresh every `period` milliseconds. */
export function useNow(period: number): number {
  return useSyncExternalStore(
    (listener) => subscribe(period, listener),
    () => tickerOf(period).now,
  );
}

function subscribe(period: number, listener: () => void): () => void {
  const ticker = tickerOf(period);
  ticker.listeners.add(listener);
  ticker.timer ??= setInterval(() => tick(ticker), period);
  if (Date.now() - ticker.now >= period) tick(ticker);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    ticker.timer = undefined;
  };
}

function tickerOf(period: number): Ticker {
  const known = tickers.get(period);
  if (known) return known;
  const ticker: Ticker = { now: Date.now(), listeners: new Set(), timer: undefined };
  tickers.set(period, ticker);
  return ticker;
}

function tick(ticker: Ticker): void {
  ticker.now = Date.now();
  for (const listener of ticker.listeners) listener();
}
