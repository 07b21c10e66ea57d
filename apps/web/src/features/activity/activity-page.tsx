import { useRef } from 'react';
import { useListKeys } from '../../shared/page/list-keys.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { useWorkspace } from '../../shared/session/signed-in.tsx';
import { TokenFilterInput } from '../../ui/filter/token-filter-input.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { filterKeys } from './activity-filter.ts';
import { ActivityLists } from './activity-lists.tsx';
import { useActivityView } from './activity-view.ts';
import { NoEntryFits, NothingYet } from './empty-states.tsx';
import { ExportButton, ExportOutcome, useExport } from './export.tsx';

/** Every change anyone made through the console: what runs now on top, what is finished below it by day. */
export function ActivityPage() {
  const workspace = useWorkspace();
  usePage('Activity', workspace.name);
  const view = useActivityView();
  const exporting = useExport(workspace.id, view.query);
  const filterBox = useRef<HTMLInputElement>(null);
  useListKeys(filterBox);
  return (
    <>
      <PageHeader title="Activity" actions={<ExportButton exporting={exporting} />} />
      <ExportOutcome exporting={exporting} />
      <TokenFilterInput
        label="Filter activity"
        placeholder="Filter by name, or by outcome:failed actor:ada from:7d …"
        keys={filterKeys}
        tokens={view.filter.tokens}
        onTokensChange={view.setTokens}
        text={view.filter.text}
        onTextChange={view.setText}
        errors={view.errors}
        inputRef={filterBox}
      />
      <ActivityLists
        workspace={workspace.id}
        filter={view.asked}
        addressed={view.addressed}
        empty={
          view.isFiltered ? (
            <NoEntryFits onClear={view.clearFilter} />
          ) : (
            <NothingYet workspace={workspace.id} />
          )
        }
      />
    </>
  );
}
