import { useQuery } from '@tanstack/react-query';
import { useKnownConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { errorsText, lastJobQuery } from '../../shared/connectors/part-queries.ts';
import { ProblemState } from '../../shared/console/problem-banner.tsx';
import { shortTimeText } from '../../shared/text/clock-time.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { EmptyState, SkeletonRows } from '../../ui/status/page-states.tsx';
import { JobErrorCard } from './job-error-card.tsx';

/** What went wrong in the last job, what it most likely means, and what to do. The gateway remembers only that job. */
export function LastJobErrors() {
  const lastJob = useQuery(lastJobQuery(useKnownConnectorAddress()));
  if (!lastJob.data) {
    return (
      <Card padded={false}>
        {lastJob.error ? (
          <ProblemState
            error={lastJob.error}
            actions={<Button onClick={() => void lastJob.refetch()}>Try again</Button>}
          />
        ) : (
          <SkeletonRows label="Loading the last job" rows={4} />
        )}
      </Card>
    );
  }
  const { errors, incomplete, ran, asOf } = lastJob.data;
  return (
    <section aria-label="Errors of the last job" className="grid gap-4">
      <p className="m-0 text-ink-3 text-sm">
        {errors.length > 0 && `${errorsText(errors)} · `}as of {shortTimeText(asOf)}
      </p>
      {incomplete && (
        <Banner tone="info" title="The list may be incomplete.">
          The gateway sent errors that could not be read. What could be read is shown.
        </Banner>
      )}
      {errors.length === 0 ? (
        <Card padded={false}>
          {ran ? (
            <EmptyState title="The last job reported no errors">
              The gateway keeps no errors of earlier jobs, so this says nothing about them.
            </EmptyState>
          ) : (
            <EmptyState title="It has not run yet">
              What goes wrong in its first job will be shown here.
            </EmptyState>
          )}
        </Card>
      ) : (
        errors.map((error, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the gateway gives errors no id, and two may say the same under different types
          <JobErrorCard key={`${index} ${error.message}`} error={error} />
        ))
      )}
    </section>
  );
}
