import type { Operation } from '@console/console-contract';
import { Suspense } from 'react';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';
import { noticesOf } from '../notices/notices-of.ts';
import type { ConnectorChanges } from './use-connector-changes.ts';

// Few visits follow a change of many connectors, or one that went wrong.
const BulkProgress = lazyPart(async () => (await import('../bulk/bulk-progress.tsx')).BulkProgress);
const NoticeStack = lazyPart(async () => (await import('../notices/notice-stack.tsx')).NoticeStack);

export interface ChangeNoticesProps {
  workspace: string;
  changes: ConnectorChanges;
  /** The operation that the address names: of a bulk, its progress is shown whole. */
  followed: string | null;
  /** The bulk that was begun on this page last. */
  begun: string | null;
  onDismiss: (id: string) => void;
  /** Another operation takes the place of the one shown. */
  onFollow: (operation: Operation) => void;
}

/** What became of the changes that the rows cannot show: what is gone has no row, and trouble needs words. */
export function ChangeNotices(props: ChangeNoticesProps) {
  const { workspace, changes, followed, begun, onDismiss, onFollow } = props;
  const { operations, refusal, forgetRefusal } = changes;
  const bulk = operations.find(({ id, items }) => id === followed && items !== null);
  // A deletion's own dialog shows its refusal.
  const reported = refusal?.kind === 'delete-connector' ? null : refusal;
  const [newest, ...others] = noticesOf(
    operations.filter((one) => one !== bulk),
    reported,
  );
  return (
    <Suspense fallback={null}>
      {bulk?.items && (
        <BulkProgress
          key={bulk.id}
          workspace={workspace}
          operation={bulk}
          items={bulk.items}
          begunHere={bulk.id === begun}
          onDismiss={() => onDismiss(bulk.id)}
          onRetried={onFollow}
        />
      )}
      {newest && (
        <NoticeStack
          workspace={workspace}
          notices={[newest, ...others]}
          onDismiss={(gone) => {
            for (const { operation } of gone) {
              if (operation) onDismiss(operation.id);
              else forgetRefusal();
            }
          }}
          onFollow={({ operation }) => operation && onFollow(operation)}
        />
      )}
    </Suspense>
  );
}
