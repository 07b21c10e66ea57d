import type { ConnectorList } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { shortTimeText } from '../../shared/clock-time.ts';
import { problemOf } from '../../shared/console-problem.ts';
import { Button } from '../../ui/button.tsx';
import { connectorQueries, refreshConnectorsMutation } from './queries.ts';

type Props = { workspace: string; list: ConnectorList | undefined };

/** How old the picture is, how often it is renewed, and the button that does it now. */
export function ListAge({ workspace, list }: Props) {
  const queryClient = useQueryClient();
  const refresh = useMutation({
    ...refreshConnectorsMutation,
    onSuccess: (fresh) => queryClient.setQueryData(connectorQueries.list(workspace).queryKey, fresh),
  });
  return (
    <>
      <span role="status" className="text-ink-3 text-sm">
        {refresh.error ? problemOf(refresh.error).message : list && ageText(list)}
      </span>
      <Button
        variant="quiet"
        icon={<RefreshCw size={14} aria-hidden="true" />}
        busy={refresh.isPending}
        onClick={() => refresh.mutate(workspace)}
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
