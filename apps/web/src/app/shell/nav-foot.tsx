import type { ApiBudget, Workspace } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { freshnessQuery } from '../../shared/console/freshness-query.ts';
import { clockTimeText } from '../../shared/text/clock-time.ts';
import { Meter } from '../../ui/status/meter.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { useNow } from '../../ui/time/use-now.ts';

/** How much of the vendor's call budget is used, and how old the picture is: trust is a feature. */
export function NavFoot({ workspace }: { workspace: Workspace }) {
  const { data } = useQuery(freshnessQuery(workspace.id));
  return (
    <div className="mt-auto grid gap-1 border-line border-t px-2 pt-2 text-ink-3 text-xs leading-relaxed max-lg:sr-only">
      {data?.budget ? <Budget budget={data.budget} /> : <span>API budget not reported yet</span>}
      <span>{data?.asOf ? `Snapshot as of ${clockTimeText(data.asOf)}` : 'No snapshot yet'}</span>
    </div>
  );
}

/** The vendor counts each kind of call by itself: shown is the one of which the least is left. */
function Budget({ budget: { limit, remaining, windowSeconds, call, spentUntil } }: { budget: ApiBudget }) {
  const now = useNow(spentUntil === null ? 60_000 : 1_000);
  const spent = spentUntil !== null && Date.parse(spentUntil) > now;
  const used = Math.max(0, limit - remaining);
  const words = `${numberText(used)} of ${numberText(limit)} calls ${windowText(windowSeconds)}`;
  return (
    <>
      <span>API budget, busiest call</span>
      <Meter
        label={`API budget of the busiest call, ${call}: ${words}`}
        value={used}
        max={limit}
        tone={spent ? 'bad' : 'accent'}
      />
      <span className="truncate" title={call}>
        {call}
      </span>
      <span>{words}</span>
      {!spent && remaining === 0 && windowSeconds !== null && <span>Calls are taken again</span>}
      {spent && <span className="font-strong text-bad">Spent: again at {clockTimeText(spentUntil)}</span>}
    </>
  );
}

function windowText(seconds: number | null): string {
  if (seconds === null) return 'so far';
  if (seconds === 3600) return 'this hour';
  if (seconds === 86_400) return 'this day';
  return `in ${numberText(Math.round(seconds / 60))} min`;
}
