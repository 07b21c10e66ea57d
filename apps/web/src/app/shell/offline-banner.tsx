import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isPassing } from '../../shared/console/console-problem.ts';
import { Banner } from '../../ui/status/banner.tsx';

/** One quiet line while the console does not answer. It goes by itself: the pages go on asking. */
export function OfflineBanner() {
  const cache = useQueryClient().getQueryCache();
  const offline = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => cache.getAll().some((query) => query.isActive() && isPassing(query.state.error)),
  );
  if (!offline) return null;
  return (
    <Banner tone="warn" title="The console cannot be reached.">
      What you see is what was last read. This page tries again by itself.
    </Banner>
  );
}
