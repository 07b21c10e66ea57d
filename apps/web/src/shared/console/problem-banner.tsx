import type { Problem } from '@console/console-contract';
import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../../ui/layout/lazy-part.ts';
import { Banner } from '../../ui/status/banner.tsx';
import { ErrorState } from '../../ui/status/page-states.tsx';
import { type FailureCode, problemOf } from './console-problem.ts';

// Seldom is there a time to wait for, and this module comes with every page.
const RetryTime = lazyPart(async () => (await import('./retry-time.tsx')).RetryTime);

/** What failed when something was asked for, at the top of what it concerns. Draws nothing without an error. */
export function ProblemBanner({
  error,
  onDismiss,
  action,
}: {
  error: unknown;
  onDismiss?: () => void;
  action?: ReactNode;
}) {
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  return (
    <Banner
      tone="bad"
      title={problem.message}
      requestId={problem.requestId}
      onDismiss={onDismiss}
      action={action}
    >
      <ProblemWords problem={problem} />
    </Banner>
  );
}

/** A page or card whose content could not be read. */
export function ProblemState({ error, actions }: { error: unknown; actions?: ReactNode }) {
  const problem = problemOf(error);
  return (
    <ErrorState
      title={problem.message}
      kept={problem.kept}
      next={<ProblemWords problem={{ next: problem.next, detail: problem.detail }} />}
      requestId={problem.requestId}
      actions={actions}
    />
  );
}

type Words = Partial<Pick<Problem, 'kept' | 'next' | 'detail' | 'retryAt'> & { code: FailureCode }>;

/** What was kept, what to do next, and the gateway's own words, as text; open where they are the reason itself. */
export function ProblemWords({ problem }: { problem: Words }) {
  return (
    <>
      {[problem.kept, problem.next].filter(Boolean).join(' ')}
      {problem.retryAt && (
        <Suspense>
          {' '}
          <RetryTime at={problem.retryAt} />
        </Suspense>
      )}
      {problem.detail && (
        <details className="mt-1" open={/^gateway-(rejected|or-cloud-refused)$/.test(problem.code ?? '')}>
          <summary className="w-fit py-0.5 text-ink-2 text-sm">What the gateway said</summary>
          <bdi className="wrap-anywhere block font-mono text-ink-2 text-sm">{problem.detail}</bdi>
        </details>
      )}
    </>
  );
}
