import type { BulkKind, ConnectorSummary, Operation } from '@console/console-contract';
import { lazy, Suspense, useState } from 'react';
import { useRoleReason } from '../../../shared/signed-in.tsx';
import { Button } from '../../../ui/button.tsx';
import { BULK_VERBS, connectorsText } from './bulk-words.ts';

// Few visits change many at once: the dialog comes when it is asked for.
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

export interface SelectionBarProps {
  workspace: string;
  /** The rows in view that are chosen: what is not in view is not acted on. */
  chosen: readonly ConnectorSummary[];
  /** How many rows are in view, whether drawn or not. */
  shown: number;
  onSelectAll: () => void;
  onClear: () => void;
  onStarted: (operation: Operation) => void;
}

/** Above the rows while some are chosen: what can be done with all of them. */
export function SelectionBar(props: SelectionBarProps) {
  const { workspace, chosen, shown, onSelectAll, onClear, onStarted } = props;
  const [asking, setAsking] = useState<BulkKind | null>(null);
  const roleReason = useRoleReason('operator');
  if (chosen.length === 0) return null;
  const refusal = roleReason ?? (chosen.length > MOST ? TOO_MANY : undefined);
  return (
    <section
      aria-label="Selected connectors"
      className="flex min-h-7.5 flex-wrap items-center gap-2 rounded-lg border border-line bg-surface px-3 py-2"
    >
      <span role="status" className="font-strong text-sm">
        {chosen.length.toLocaleString('en')} selected
      </span>
      {chosen.length < shown && (
        <Button size="sm" variant="quiet" onClick={onSelectAll}>
          Select all {shown.toLocaleString('en')} that match
        </Button>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        {BULK_VERBS.map(({ kind, verb }) => (
          <Button
            key={kind}
            size="sm"
            aria-label={`${verb} ${connectorsText(chosen.length)}`}
            disabledReason={refusal}
            onClick={() => setAsking(kind)}
          >
            {verb}
          </Button>
        ))}
        <Button size="sm" variant="quiet" onClick={onClear}>
          Clear
        </Button>
      </span>
      {asking !== null && (
        <Suspense fallback={null}>
          <BulkDialog
            workspace={workspace}
            kind={asking}
            chosen={chosen}
            onClose={() => setAsking(null)}
            onStarted={(operation) => {
              setAsking(null);
              onStarted(operation);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

const MOST = 10_000;
const TOO_MANY = 'At most 10,000 connectors can be changed at once. Narrow the filter.';
