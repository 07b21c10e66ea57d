import { problemOf } from '../../../shared/console/console-problem.ts';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { noticeOfRefusal } from '../notices/notices-of.ts';
import type { ConnectorChanges } from './use-connector-changes.ts';

/** Why nothing was begun: another change under way, and whose it is. A deletion's own dialog shows its refusal. */
export function ChangeRefusal({ changes: { refusal, forgetRefusal } }: { changes: ConnectorChanges }) {
  if (refusal === null || refusal.kind === 'delete-connector') return null;
  if (problemOf(refusal.error).code !== 'offline')
    return <ProblemBanner error={refusal.error} onDismiss={forgetRefusal} />;
  const { title, words } = noticeOfRefusal(refusal);
  return (
    <Banner tone="bad" title={<bdi>{title}</bdi>} onDismiss={forgetRefusal}>
      {words}
    </Banner>
  );
}
