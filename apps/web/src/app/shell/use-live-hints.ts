import type { LiveHint } from '@console/console-contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followHints } from '../../shared/console/live-hints.ts';

/** A draft goes with its creation. */
const OPERATIONS_TOUCH: ReadonlySet<unknown> = new Set(['operations', 'activity', 'drafts']);

// A bulk change of hundreds of connectors hints many times a second; no user reads faster than this.
const GATHER_MS = 1_000;

/**
 * Reads again what a hint is about. Only what the console answers from what it knows, or for which it asks the gateway once a minute
 * at most for all open pages: what is read through at each call, which is counted, keeps to its own pace.
 */
export function useLiveHints(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const waiting = new Map<string, LiveHint>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const hint of waiting.values()) readAgain(queries, hint);
      waiting.clear();
    };
    const stop = followHints((hint) => {
      waiting.set(`${hint.topic} ${hint.workspace}`, hint);
      timer ??= setTimeout(flush, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}

function readAgain(queries: QueryClient, { topic, workspace }: LiveHint): void {
  const isOf = (of: unknown) => workspace === null || of === workspace;
  if (topic !== 'operations') {
    // The list, its freshness and a connector that is shown; its scope is longer.
    const predicate = ({ queryKey: { 0: noun, 1: of, length } }: { queryKey: readonly unknown[] }) =>
      isOf(of) && noun === 'connectors' && length < 5;
    void queries.invalidateQueries({ predicate });
  }
  if (topic === 'operations' || topic === 'everything') {
    const predicate = ({ queryKey: [noun, of] }: { queryKey: readonly unknown[] }) =>
      OPERATIONS_TOUCH.has(noun) && isOf(of);
    void queries.invalidateQueries({ predicate });
  }
}
