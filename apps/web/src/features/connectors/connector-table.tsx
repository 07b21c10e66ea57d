import type { ConnectorList, ConnectorSummary } from '@console/console-contract';
import { useMediaQuery } from '../../shared/use-media-query.ts';
import { SkeletonRows } from '../../ui/page-states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { connectorColumns } from './connector-columns.tsx';
import { NoConnectors, NoMatch } from './list-empty-states.tsx';
import type { ListView } from './list-view.ts';
import type { useRequestedRuns } from './requested-runs.tsx';
import { RunButton } from './run-button.tsx';

export interface ConnectorTableProps {
  workspace: string;
  list: ConnectorList;
  rows: readonly ConnectorSummary[];
  view: ListView;
  runs: ReturnType<typeof useRequestedRuns>;
  busy: boolean;
}

/** The rows, or what to do when there are none. */
export function ConnectorTable({ workspace, list, rows, view, runs, busy }: ConnectorTableProps) {
  const wide = useMediaQuery('(min-width: 1380px)');
  if (list.total === 0 && list.asOf === null && list.freshness.refreshing) {
    return <SkeletonRows label="Reading the connectors for the first time" rows={10} />;
  }
  if (list.total === 0) return <NoConnectors workspace={workspace} />;
  if (rows.length === 0) {
    return <NoMatch total={list.total} onClear={view.clearFilter} />;
  }
  const columns = connectorColumns({
    workspace,
    wide,
    sort: view.sort,
    onSort: view.setSort,
    runButton: (connector) => (
      <RunButton
        iconOnly
        connector={connector}
        busy={runs.isRequested(connector)}
        onRun={() => runs.run({ workspace, cloud: connector.cloud, id: connector.id })}
      />
    ),
  });
  return (
    <VirtualTable
      label="Connectors"
      rows={rows}
      rowId={(row) => `${row.cloud}/${row.id}`}
      columns={columns}
      busy={busy}
      minWidth={960}
    />
  );
}
