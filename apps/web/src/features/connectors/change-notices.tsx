import type { Operation } from '@console/console-contract';
import { lazy, Suspense } from 'react';
import { problemOf } from '../../shared/console-problem.ts';
import { hasHappened } from '../../shared/operation-queries.ts';
import { operationTitle } from '../../shared/operation-title.ts';
import { ProblemBanner, ProblemWords } from '../../shared/problem-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { ConnectorChanges, Refusal } from './use-connector-changes.ts';

// Few visits follow a change of many connectors.
const BulkProgress = lazy(async () => ({ default: (await import('./bulk/bulk-progress.tsx')).BulkProgress }));

/** What became of the changes that the rows cannot show: what is gone has no row, and trouble needs words. */
export function ChangeNotices({
  workspace,
  changes,
  onDismiss,
  onFollow,
}: {
  workspace: string;
  changes: ConnectorChanges;
  onDismiss: (id: string) => void;
  /** Another operation takes the place of the one shown. */
  onFollow: (operation: Operation) => void;
}) {
  return (
    <>
      <ChangeRefusal changes={changes} />
      {changes.operations.map((operation) =>
        operation.items === null ? (
          <ChangeNotice key={operation.id} operation={operation} onDismiss={() => onDismiss(operation.id)} />
        ) : (
          <Suspense key={operation.id} fallback={null}>
            <BulkProgress
              workspace={workspace}
              operation={operation}
              items={operation.items}
              onDismiss={() => onDismiss(operation.id)}
              onRetried={onFollow}
            />
          </Suspense>
        ),
      )}
    </>
  );
}

/** Why nothing was begun: another change under way, and whose it is. A deletion's own dialog shows its refusal. */
export function ChangeRefusal({ changes: { refusal, forgetRefusal } }: { changes: ConnectorChanges }) {
  if (refusal === null || refusal.kind === 'delete') return null;
  if (problemOf(refusal.error).code === 'offline')
    return <Unsent refusal={refusal} onDismiss={forgetRefusal} />;
  return <ProblemBanner error={refusal.error} onDismiss={forgetRefusal} />;
}

/** Nobody asks again by himself: the person does, and the same wish twice is one change. */
function Unsent({ refusal: { kind, name }, onDismiss }: { refusal: Refusal; onDismiss: () => void }) {
  const verb = VERBS[kind];
  return (
    <Banner
      tone="bad"
      title={<bdi>{`${verb} did not reach the console: ${name}`}</bdi>}
      onDismiss={onDismiss}
    >
      It is not tried again by itself. Choose {verb} once more when the console is back; if it did arrive,
      nothing happens twice.
    </Banner>
  );
}

const VERBS: Record<Refusal['kind'], string> = {
  run: 'Run',
  enable: 'Enable',
  disable: 'Disable',
  delete: 'Delete',
};

function ChangeNotice({ operation, onDismiss }: { operation: Operation; onDismiss: () => void }) {
  const { kind, state, connectorName, problem, requestId } = operation;
  if (kind === 'delete-connector' && hasHappened(operation)) {
    return (
      <Banner tone="ok" title={<bdi>{connectorName} was deleted.</bdi>} onDismiss={onDismiss}>
        Members it had are detached and run on their own.
      </Banner>
    );
  }
  if (problem === null || hasHappened(operation)) return null;
  const open = state === 'unknown';
  return (
    <Banner
      tone={open ? 'warn' : 'bad'}
      title={
        <bdi>
          {operationTitle(operation)}: {problem.message}
        </bdi>
      }
      requestId={requestId}
      onDismiss={open ? undefined : onDismiss}
    >
      <ProblemWords problem={problem} />
    </Banner>
  );
}
