import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useListKeys } from '../../shared/list-keys.ts';
import { ProblemState } from '../../shared/problem-banner.tsx';
import { useWorkspace } from '../../shared/signed-in.tsx';
import { usePage } from '../../shared/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/page-states.tsx';
import type { RowSelection } from '../../ui/row-selection.ts';
import { TokenFilterInput } from '../../ui/token-filter-input.tsx';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { ChangeNotices } from './change-notices.tsx';
import { filterKeys } from './connector-filter.ts';
import { ConnectorTable, rowKey } from './connector-table.tsx';
import { DeletionAsking } from './deletion-asking.tsx';
import { FreshnessBanners } from './freshness-banners.tsx';
import { ListAge } from './list-age.tsx';
import { useListView } from './list-view.ts';
import { failureToRead } from './never-read.tsx';
import { NewConnector } from './new-connector.tsx';
import { connectorQueries } from './queries.ts';
import { useShownConnectors } from './shown-connectors.ts';
import { useConnectorChanges } from './use-connector-changes.ts';

const NONE: RowSelection = new Set();

/** Connectors of both clouds in one list, from the console's own snapshot. */
export function ConnectorListPage({ drafts }: { drafts?: ReactNode }) {
  const workspace = useWorkspace();
  usePage('Connectors', workspace.name);
  const view = useListView();
  const list = useQuery(connectorQueries.list(workspace.id));
  const shown = useShownConnectors(list.data, view);
  const neverRead = !list.data || failureToRead(list.data) !== null;
  const changes = useConnectorChanges(workspace.id, view.operation);
  const [selected, setSelected] = useState<RowSelection>(NONE);
  // What the filter hides is not acted on.
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : shown.rows.filter((row) => selected.has(rowKey(row)))),
    [shown.rows, selected],
  );
  const filterBox = useRef<HTMLInputElement>(null);
  useListKeys(filterBox);
  return (
    <>
      <PageHeader
        title="Connectors"
        count={neverRead ? undefined : shown.count}
        actions={
          <>
            <ListAge workspace={workspace.id} list={list.data} />
            <Suspense>{drafts}</Suspense>
            <NewConnector workspace={workspace.id} />
          </>
        }
      />
      {list.data && !neverRead && <FreshnessBanners freshness={list.data.freshness} />}
      <ChangeNotices
        workspace={workspace.id}
        changes={changes}
        onDismiss={(id) => {
          changes.dismiss(id);
          view.forgetOperation();
        }}
        onFollow={({ id }) => view.followOperation(id)}
      />
      <div className="flex gap-3">
        <TokenFilterInput
          label="Filter connectors"
          placeholder="Filter by name, or by state:errors cloud:azure …"
          keys={filterKeys}
          tokens={view.filter.tokens}
          onTokensChange={view.setTokens}
          text={view.filter.text}
          onTextChange={view.setText}
          errors={shown.errors}
          inputRef={filterBox}
        />
      </div>
      <SelectionBar
        workspace={workspace.id}
        chosen={chosen}
        shown={shown.rows.length}
        onSelectAll={() => setSelected(new Set(shown.rows.map(rowKey)))}
        onClear={() => setSelected(NONE)}
        onStarted={({ id }) => {
          setSelected(NONE);
          view.followOperation(id);
        }}
      />
      <Card padded={false}>
        {list.data ? (
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
        ) : list.error ? (
          <ProblemState
            error={list.error}
            actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
          />
        ) : (
          <SkeletonRows label="Loading connectors" rows={10} />
        )}
      </Card>
      <DeletionAsking changes={changes} />
    </>
  );
}
