import type { ApiBudget, Workspace } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { clockTimeText } from '../../shared/clock-time.ts';
import { freshnessQuery } from '../../shared/freshness-query.ts';
import { Meter } from '../../ui/meter.tsx';

/** How much of the vendor's call budget is used, and how old the picture is: trust is a feature. */
export function NavFoot({ workspace }: { workspace: Workspace }) {
  const { data } = useQuery(freshnessQuery(workspace.id));
  return (
    <div className="mt-auto grid gap-1 border-line border-t px-2 pt-2 text-ink-3 text-xs leading-relaxed max-lg:sr-only">
      {data?.budget ? <Budget budget={data.budget} /> : <span>API budget not told yet</span>}
      <span>{data?.asOf ? `Snapshot as of ${clockTimeText(data.asOf)}` : 'No snapshot yet'}</span>
    </div>
  );
}

function Budget({ budget }: { budget: ApiBudget }) {
  const used = Math.max(0, budget.limit - budget.remaining);
  const words = `${used.toLocaleString('en')} of ${budget.limit.toLocaleString('en')} calls ${windowText(budget.windowSeconds)}`;
  return (
    <>
      <span>API budget</span>
      <Meter
        label={`API budget: ${words}`}
        value={used}
        max={budget.limit}
        tone={used > budget.limit * 0.9 ? 'bad' : 'accent'}
      />
      <span>{words}</span>
    </>
  );
}

function windowText(seconds: number): string {
  if (seconds === 3600) return 'this hour';
  if (seconds === 86_400) return 'this day';
  return `in ${Math.round(seconds / 60).toLocaleString('en')} min`;
}
