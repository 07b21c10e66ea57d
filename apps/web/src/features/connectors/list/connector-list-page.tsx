import type { ConnectorList, Operation } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { useListKeys } from '../../../shared/page/list-keys.ts';
import { usePage } from '../../../shared/page/use-page.ts';
import { useWorkspace } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { PageHeader } from '../../../ui/layout/page-header.tsx';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import type { RowSelection } from '../../../ui/table/row-selection.ts';
import { SelectionBar } from '../bulk/selection-bar.tsx';
import { ChangeNotices } from '../changes/change-notices.tsx';
import { DeletionAsking } from '../changes/deletion-asking.tsx';
import { useConnectorChanges } from '../changes/use-connector-changes.ts';
import { connectorQueries } from '../queries.ts';
import { isTroubleFirst } from './connector-sort.ts';
import { ConnectorTable } from './connector-table.tsx';
import { ErrorsRead } from './errors-read.tsx';
import { FreshnessBanners } from './freshness-banners.tsx';
import { rowKey } from './held-rows.ts';
import { ListAge } from './list-age.tsx';
import { ListFilter } from './list-filter.tsx';
import { useListView } from './list-view.ts';
import { NewConnector } from './new-connector.tsx';
import { failureToRead } from './not-yet-read.tsx';
import { useShownConnectors } from './shown-connectors.ts';
import { type ListRefresh, useListRefresh } from './use-list-refresh.ts';

const NONE: RowSelection = new Set();

/** Connectors of both clouds in one list, from the console's own snapshot. */
export function ConnectorListPage({ drafts }: { drafts?: ReactNode }) {
  const workspace = useWorkspace();
  usePage('Connectors', workspace.name);
  const view = useListView();
  const list = useQuery(connectorQueries.list(workspace.id));
  const refresh = useListRefresh(workspace.id);
  const shown = useShownConnectors(list.data, view);
  const neverRead = !list.data || failureToRead(list.data) !== null;
  const changes = useConnectorChanges(workspace.id, view.operation);
  const [selected, setSelected] = useState<RowSelection>(NONE);
  // What the filter hides is not acted on.
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : shown.rows.filter((row) => selected.has(rowKey(row)))),
    [shown.rows, selected],
  );
  const [begun, setBegun] = useState<string | null>(null);
  const follow = ({ id }: Operation) => {
    setBegun(id);
    view.followOperation(id);
  };
  const filterBox = useRef<HTMLInputElement>(null);
  useListKeys(filterBox, () => setSelected(NONE));
  return (
    <>
      <ListHeader
        workspace={workspace.id}
        list={list.data}
        count={neverRead ? undefined : shown.count}
        order={!neverRead && isTroubleFirst(view.sort) ? 'Trouble first' : undefined}
        drafts={drafts}
        refresh={refresh}
      />
      {list.data && !neverRead && <FreshnessBanners freshness={list.data.freshness} refresh={refresh} />}
      <ChangeNotices
        workspace={workspace.id}
        changes={changes}
        followed={view.operation}
        onDismiss={(id) => {
          changes.dismiss(id);
          if (id === view.operation) view.forgetOperation();
        }}
        begun={begun}
        onFollow={follow}
      />
      <ListFilter view={view} shown={shown} isRead={!neverRead} inputRef={filterBox} />
      <div {...shown.pointer}>
        {list.data ? (
          <Card padded={false}>
            {shown.rows.length > 0 && (
              <SelectionBar
                workspace={workspace.id}
                chosen={chosen}
                shown={shown.rows}
                onSelectAll={() => setSelected(new Set(shown.rows.map(rowKey)))}
                onClear={() => setSelected(NONE)}
                onStarted={follow}
              />
            )}
            <ConnectorTable
              workspace={workspace.id}
              list={list.data}
              rows={shown.rows}
              view={view}
              changes={changes}
              busy={list.isFetching}
              selected={selected}
              onSelect={setSelected}
            />
          </Card>
        ) : (
          <NotReadYet error={list.error} onRetry={() => void list.refetch()} />
        )}
      </div>
      <DeletionAsking changes={changes} />
    </>
  );
}

type ListHeaderProps = {
  workspace: string;
  list: ConnectorList | undefined;
  count: string | undefined;
  /** The order that no column header was pressed for. */
  order: string | undefined;
  drafts: ReactNode;
  refresh: ListRefresh;
};

function ListHeader({ workspace, list, count, order, drafts, refresh }: ListHeaderProps) {
  return (
    <>
      <PageHeader
        title="Connectors"
        count={count}
        note={order}
        actions={
          <>
            <ListAge list={list} refresh={refresh} />
            <Suspense>{drafts}</Suspense>
            <NewConnector workspace={workspace} />
          </>
        }
      />
      {list && <ErrorsRead freshness={list.freshness} />}
    </>
  );
}

function NotReadYet({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Card padded={false}>
      {error ? (
        <ProblemState error={error} actions={<Button onClick={onRetry}>Try again</Button>} />
      ) : (
        <SkeletonRows label="Loading connectors" rows={10} />
      )}
    </Card>
  );
}
