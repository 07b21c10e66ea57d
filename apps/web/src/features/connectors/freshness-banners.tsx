import type { Freshness } from '@console/console-contract';
import { shortTimeText } from '../../shared/clock-time.ts';
import { ProblemWords } from '../../shared/problem-banner.tsx';
import { Banner } from '../../ui/banner.tsx';

/** Why the picture of a cloud is old or incomplete. The rows stay: they are what was last seen. */
export function FreshnessBanners({ freshness }: { freshness: Freshness }) {
  const { azure, aws } = freshness;
  // What fails for both is mostly the sign-in: said once.
  if (azure.failing && aws.failing && azure.failing.problem.message === aws.failing.problem.message) {
    const [first = azure] = [azure, aws].toSorted((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''));
    return <CloudBanner name="Azure and AWS" cloud={first} />;
  }
  return (
    <>
      <CloudBanner name="Azure" cloud={freshness.azure} />
      <CloudBanner name="AWS" cloud={freshness.aws} />
    </>
  );
}

function CloudBanner({ name, cloud }: { name: string; cloud: Freshness['azure'] }) {
  if (cloud.failing) {
    const { since, problem } = cloud.failing;
    return (
      <Banner
        tone="warn"
        title={`${name} connectors have not been read since ${shortTimeText(since)}: ${problem.message}`}
      >
        {cloud.asOf
          ? `The rows below are as of ${shortTimeText(cloud.asOf)}.`
          : `No ${name} connector was ever read.`}{' '}
        <ProblemWords problem={{ next: problem.next, detail: problem.detail }} />
      </Banner>
    );
  }
  if (!cloud.incomplete) return null;
  return (
    <Banner tone="info" title={`The ${name} list may be incomplete.`}>
      The gateway sent rows that could not be read, or its pages ended early. What could be read is shown.
    </Banner>
  );
}
