import { BulkKind, type ConnectorSummary, kindOf, type Operation } from '@console/console-contract';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { Suspense, useState } from 'react';
import { refusalOf, usePerson } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';
import { numberText } from '../../../ui/time/number-text.ts';
import { connectorsText } from './bulk-words.ts';

// Few visits change many at once: the dialog comes when it is asked for.
const BulkDialog = lazyPart(async () => (await import('./bulk-dialog.tsx')).BulkDialog);

export interface SelectionBarProps {
  workspace: string;
  /** The rows in view that are chosen: what is not in view is not acted on. */
  chosen: readonly ConnectorSummary[];
  /** Every row in view, whether drawn or not. */
  shown: readonly ConnectorSummary[];
  onSelectAll: () => void;
  onClear: () => void;
  onStarted: (operation: Operation) => void;
}

/**
 * The top of the table's frame: how many rows are chosen, and what can be done with all of them. Its place is kept while
 * none is, so that the first tick moves no row from under the pointer.
 */
export function SelectionBar({
  workspace,
  chosen,
  shown,
  onSelectAll,
  onClear,
  onStarted,
}: SelectionBarProps) {
  const [asking, setAsking] = useState<BulkKind | null>(null);
  const some = chosen.length > 0;
  return (
    <section
      aria-label={some ? 'Selected connectors' : undefined}
      className={clsx(
        'flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 rounded-t-[inherit] border-line border-b py-1.5 pr-3 pl-3',
        some && 'bg-accent-soft',
      )}
    >
      <span role="status" className={clsx('text-sm', some ? 'font-strong text-accent-ink' : 'text-ink-3')}>
        {some ? `${numberText(chosen.length)} selected` : 'Tick rows to change or export some of them'}
      </span>
      {some && chosen.length < shown.length && (
        <Button size="sm" variant="quiet" onClick={onSelectAll}>
          Select all {numberText(shown.length)}
          <span className="-ml-0.5 max-lg:hidden"> that match</span>
        </Button>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {some && <BulkButtons kinds={HARMLESS} count={chosen.length} onAsk={setAsking} />}
        <ExportButton connectors={some ? chosen : shown} />
        {some && <BulkButtons kinds={DESTROYING} count={chosen.length} onAsk={setAsking} />}
        {some && (
          <IconButton size="sm" label="Clear the selection" icon={<X size={14} />} onClick={onClear} />
        )}
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

const isConfirmed = (kind: BulkKind) => kindOf(kind).confirmed === true;
const HARMLESS = BulkKind.options.filter((kind) => !isConfirmed(kind));
const DESTROYING = BulkKind.options.filter(isConfirmed);

type BulkButtonsProps = { kinds: readonly BulkKind[]; count: number; onAsk: (kind: BulkKind) => void };

function BulkButtons({ kinds, count, onAsk }: BulkButtonsProps) {
  const { role } = usePerson();
  const tooMany = count > MOST ? TOO_MANY : undefined;
  return kinds.map((kind) => {
    const { verb, access } = kindOf(kind);
    return (
      <Button
        key={kind}
        size="sm"
        aria-label={`${verb} ${connectorsText(count)}`}
        disabledReason={refusalOf(role, access) ?? tooMany}
        onClick={() => onAsk(kind)}
      >
        {verb}
      </Button>
    );
  });
}

/** Made in the browser from the rows that stand here: neither the console nor the gateway is asked. */
function ExportButton({ connectors }: { connectors: readonly ConnectorSummary[] }) {
  const save = async () => (await import('./connector-csv.ts')).saveConnectors(connectors);
  return (
    <Button
      size="sm"
      aria-label={`Export ${connectorsText(connectors.length)} as CSV`}
      onClick={() => void save()}
    >
      Export
    </Button>
  );
}

const MOST = 10_000;
const TOO_MANY = 'At most 10,000 connectors can be changed at once. Narrow the filter.';
