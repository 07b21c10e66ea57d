import type { ConnectorList } from '@console/console-contract';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Button } from '../../../ui/actions/button.tsx';
import type { ListRefresh } from './use-list-refresh.ts';

type Props = { list: ConnectorList | undefined; refresh: ListRefresh };

/** How old the picture is, how often it is renewed, and the button that does it now. */
export function ListAge({ list, refresh }: Props) {
  return (
    <>
      <span role="status" className="text-ink-3 text-sm">
        {refresh.error ? problemOf(refresh.error).message : list && ageText(list)}
      </span>
      <Button
        variant="quiet"
        icon={<RefreshCw size={14} aria-hidden="true" />}
        busy={refresh.isPending}
        onClick={refresh.start}
      >
        Refresh
      </Button>
    </>
  );
}

function ageText({ asOf, freshness }: ConnectorList): string {
  const every = `every ${Math.max(1, Math.round(freshness.everySeconds / 60))} min`;
  if (asOf === null) return freshness.refreshing ? 'Reading for the first time…' : `Not read yet · ${every}`;
  return `As of ${shortTimeText(asOf)} · ${every}`;
}
