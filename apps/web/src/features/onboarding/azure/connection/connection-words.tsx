/** How the test of a tenant's credentials stands, in a word. */
import { StatusBadge } from '../../../../ui/status/status-badge.tsx';
import { TestedAt } from '../../wizard/wizard-summary.tsx';
import { resultOf, type TestStanding } from './test-standing.ts';

export function connectionWord(standing: TestStanding) {
  switch (standing.state) {
    case 'passed':
      return <TestedAt at={standing.at} />;
    case 'failed':
      return <StatusBadge kind="bad">Failed</StatusBadge>;
    case 'untested':
      return <span className="text-ink-3">Not tested</span>;
    case 'left-alone':
      return <span className="text-ink-3">Not followed</span>;
    default:
      return <StatusBadge kind="busy">Testing</StatusBadge>;
  }
}

/** At the review. */
export function connectionBadge(standing: TestStanding) {
  switch (standing.state) {
    case 'passed':
      return <StatusBadge kind="ok">Tested {resultOf(standing)}</StatusBadge>;
    case 'failed':
      return <StatusBadge kind="bad">The test failed: creating may fail too</StatusBadge>;
    case 'untested':
      return <StatusBadge kind="warn">Not tested in this visit</StatusBadge>;
    default:
      return <StatusBadge kind="busy">Test under way</StatusBadge>;
  }
}
