import type { ConnectorList, ConnectorSummary } from '@console/console-contract';
import { useMemo } from 'react';
import { useKeptScroll } from '../../../shared/page/use-kept-scroll.ts';
import { useMediaQuery } from '../../../shared/page/use-media-query.ts';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import type { RowSelection } from '../../../ui/table/row-selection.ts';
import { VirtualTable } from '../../../ui/table/virtual-table.tsx';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';
import { connectorColumns, LIST_MIN_WIDTH, type ListRoom } from './connector-columns.tsx';
import { rowKey } from './held-rows.ts';
import { NoConnectors, NoMatch } from './list-empty-states.tsx';
import type { ListView } from './list-view.ts';
import { failureToRead, NotYetRead } from './not-yet-read.tsx';
import { RowActions } from './row-actions.tsx';

export interface ConnectorTableProps {
  workspace: string;
  list: ConnectorList;
  rows: readonly ConnectorSummary[];
  view: ListView;
  changes: ConnectorChanges;
  busy: boolean;
  selected: RowSelection;
  onSelect: (selected: RowSelection) => void;
}

/** The rows, or what to do when there are none. */
export function ConnectorTable(props: ConnectorTableProps) {
  const { workspace, list, rows, view, changes, busy, selected, onSelect } = props;
  const room = useListRoom();
  const scroll = useKeptScroll(view.shown);
  const { sort, setSort } = view;
  const { askFor, pendingOf } = changes;
  const columns = useMemo(
    () =>
      connectorColumns({
        workspace,
        room,
        sort,
        onSort: setSort,
        pendingOf,
        actions: (connector) => (
          <RowActions
            workspace={workspace}
            connector={connector}
            pending={pendingOf(connector)}
            onAsk={(kind) => {
              const { cloud, id, name } = connector;
              askFor(kind, { workspace, cloud, id, name });
            }}
          />
        ),
      }),
    [workspace, room, sort, setSort, pendingOf, askFor],
  );
  if (list.total === 0 && list.asOf === null && list.freshness.refreshing) {
    return <SkeletonRows label="Reading the connectors for the first time" rows={10} />;
  }
  const failing = failureToRead(list);
  if (failing !== null) return <NotYetRead workspace={workspace} failing={failing} />;
  if (list.total === 0) return <NoConnectors workspace={workspace} />;
  if (rows.length === 0) {
    return <NoMatch total={list.total} onClear={view.clearFilter} />;
  }
  return (
    <VirtualTable
      label="Connectors"
      rows={rows}
      rowId={rowKey}
      selection={{ selected, onChange: onSelect, rowName: ({ name }) => name, bySight: true }}
      columns={columns}
      busy={busy}
      scroll={scroll}
      minWidth={LIST_MIN_WIDTH[room]}
      maxHeight={MAX_HEIGHT}
    />
  );
}

const ROOM = 'max(320px, calc(100dvh - 284px))';

/** The header and whole rows fill the window, and half a row shows that more follow; older browsers cut where they must. */
const MAX_HEIGHT = CSS.supports('height', 'round(down, 10px, 4px)')
  ? `calc(54px + round(down, ${ROOM} - 54px, 40px))`
  : ROOM;

function useListRoom(): ListRoom {
  const wide = useMediaQuery('(min-width: 1380px)');
  const usual = useMediaQuery('(min-width: 1184px)');
  return wide ? 'wide' : usual ? 'usual' : 'narrow';
}
