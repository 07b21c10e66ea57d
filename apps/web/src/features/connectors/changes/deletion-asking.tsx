import { Suspense } from 'react';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';
import type { ConnectorChanges } from './use-connector-changes.ts';

// Few visits delete something: the dialog comes when it is asked for.
const DeleteDialog = lazyPart(async () => (await import('./delete-dialog.tsx')).DeleteDialog);

/** The dialog before a deletion, while one is being asked for. */
export function DeletionAsking({ changes }: { changes: ConnectorChanges }) {
  const { deleting, refusal, sending } = changes;
  if (deleting === null) return null;
  return (
    <Suspense fallback={null}>
      <DeleteDialog
        address={deleting}
        name={deleting.name}
        busy={sending.some(({ kind }) => kind === 'delete-connector')}
        refusal={refusal?.kind === 'delete-connector' ? refusal.error : null}
        onDelete={(name) => changes.confirmDeletion({ ...deleting, name })}
        onClose={changes.cancelDeletion}
      />
    </Suspense>
  );
}
