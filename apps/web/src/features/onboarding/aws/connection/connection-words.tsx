/** How the test of an organization's role stands, in a word. */
import { StatusBadge } from '../../../../ui/status/status-badge.tsx';
import { TestedAt } from '../../wizard/wizard-summary.tsx';
import type { TestStanding } from './organization-test.ts';

export function connectionWord(standing: TestStanding) {
  switch (standing.state) {
    case 'passed':
      return <TestedAt at={standing.at} />;
    case 'failed':
      return <StatusBadge kind="bad">Failed</StatusBadge>;
    case 'asking':
      return <StatusBadge kind="busy">Testing</StatusBadge>;
    case 'stale':
      return <StatusBadge kind="warn">Test again</StatusBadge>;
    case 'untested':
      return <span className="text-ink-3">Not tested yet</span>;
  }
}

/** At the review. */
export function connectionBadge(standing: TestStanding) {
  if (standing.state === 'passed') return <StatusBadge kind="ok">Tested</StatusBadge>;
  return <StatusBadge kind="warn">To be tested</StatusBadge>;
}
