import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { shortTimeText } from '../../shared/clock-time.ts';
import { Card } from '../../ui/card.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';

/** What will be created, as far as it is chosen, and what is still open. */
export function WizardSummary({ items, open }: { items: readonly SummaryItem[]; open: readonly string[] }) {
  return (
    <Card title="What will be created">
      <SummaryList layout="aside" items={items} />
      {open.length > 0 && (
        <p className="m-0 mt-3.5 border-line border-t pt-3 text-ink-3 text-sm">
          Not yet chosen: {open.join(', ')}.
        </p>
      )}
    </Card>
  );
}

/** The connection test has passed, and when. */
export function TestedAt({ at }: { at: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 font-strong text-ok">
      <Check size={14} aria-hidden="true" />
      Tested {shortTimeText(at)}
    </span>
  );
}

/** Something chosen that a later change has made doubtful. */
export function Doubtful({ doubt, children }: { doubt: boolean; children: ReactNode }) {
  return doubt ? <span className="font-strong text-warn">{children}, to be checked</span> : children;
}
