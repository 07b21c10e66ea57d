import type { Freshness } from '@console/console-contract';
import { ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import type { ListRefresh } from './use-list-refresh.ts';

interface FreshnessBannersProps {
  freshness: Freshness;
  refresh: ListRefresh;
}

/** Why the picture of a cloud is old or incomplete. The rows stay: they are what was last seen. */
export function FreshnessBanners({ freshness, refresh }: FreshnessBannersProps) {
  const { azure, aws } = freshness;
  // What fails for both is mostly the sign-in: said once.
  if (azure.failing && aws.failing && azure.failing.problem.message === aws.failing.problem.message) {
    const [first = azure] = [azure, aws].toSorted((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''));
    return <CloudBanner name="Azure and AWS" cloud={first} refresh={refresh} />;
  }
  return (
    <>
      <CloudBanner name="Azure" cloud={azure} refresh={refresh} />
      <CloudBanner name="AWS" cloud={aws} refresh={refresh} />
    </>
  );
}

type CloudBannerProps = { name: string; cloud: Freshness['azure']; refresh: ListRefresh };

function CloudBanner({ name, cloud, refresh }: CloudBannerProps) {
  if (cloud.failing) {
    const { since, problem } = cloud.failing;
    return (
      <Banner
        tone="warn"
        title={`${howRead(name, cloud.asOf, since)}: ${problem.message}`}
        action={
          <Button size="sm" busy={refresh.isPending} onClick={refresh.start}>
            Try now
          </Button>
        }
      >
        {cloud.asOf && `The rows below are as of ${shortTimeText(cloud.asOf)}. `}
        Reading has failed since {shortTimeText(since)}.{' '}
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

/** Rows that were read after the trouble began were read in part: which of them are disabled is what failed. */
function howRead(name: string, asOf: string | null, since: string): string {
  if (asOf === null) return `${name} connectors have never been read`;
  if (Date.parse(asOf) >= Date.parse(since)) return `${name} connectors could be read in part only`;
  return `${name} connectors have not been read since ${shortTimeText(asOf)}`;
}
