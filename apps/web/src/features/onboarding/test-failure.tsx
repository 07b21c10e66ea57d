import { useEffect, useRef } from 'react';
import { ProblemWords } from '../../shared/console/problem-banner.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import type { ReportedProblem } from './reported-problem.ts';

/** Why a connection test failed and what to do, one step a line; brought into view, since its button may stand below the fold. */
export function TestFailure({ problem }: { problem: ReportedProblem }) {
  const box = useRef<HTMLDivElement>(null);
  // At once and without motion; where it is in view already nothing moves.
  // Braces: newer browsers answer with a promise, which an effect must not return.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { code, kept = 'What you typed is kept.', detail, next = '' } = problem;
  const steps = next.split('\n');
  return (
    <div ref={box} className="scroll-my-20">
      <Banner tone="bad" title={problem.message} requestId={problem.requestId}>
        {steps.length === 1 ? (
          <ProblemWords problem={{ code, kept, next, detail }} />
        ) : (
          <>
            <ol className="m-0 mb-1 grid max-w-[80ch] list-decimal gap-0.5 pl-5">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <ProblemWords problem={{ code, kept, detail }} />
          </>
        )}
      </Banner>
    </div>
  );
}
