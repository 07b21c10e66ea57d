import type { RefObject } from 'react';
import { TokenFilterInput } from '../../../ui/filter/token-filter-input.tsx';
import { filterKeys } from './connector-filter.ts';
import { HeldNotice, ListCounts } from './list-counts.tsx';
import type { ListView } from './list-view.ts';
import type { ShownConnectors } from './shown-connectors.ts';

type ListFilterProps = {
  view: ListView;
  shown: ShownConnectors;
  /** False while there is nothing that could be counted. */
  isRead: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** What narrows the list: a box to type in, and below it the commonest conditions with their counts. */
export function ListFilter({ view, shown, isRead, inputRef }: ListFilterProps) {
  return (
    <>
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
          inputRef={inputRef}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <ListCounts view={view} counts={isRead ? shown.counts : undefined} />
        <HeldNotice unmatched={shown.unmatched} onRelease={shown.release} />
      </div>
    </>
  );
}
