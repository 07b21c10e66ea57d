import { memo } from 'react';
import { Kbd } from '../../ui/layout/code-block.tsx';

/** The keys of the tree, always in sight. */
export const ScopeHelp = memo(function ScopeHelp({ flat }: { flat: boolean }) {
  return (
    <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-xs">
      <span>
        <Kbd>Space</Kbd> next choice
      </span>
      <span>
        <Kbd>+</Kbd> include
      </span>
      <span>
        <Kbd>-</Kbd> exclude
      </span>
      <span>
        <Kbd>Del</Kbd> {flat ? 'no choice' : 'inherit'}
      </span>
      {!flat && (
        <>
          <span>
            <Kbd>Shift</Kbd> <Kbd>Space</Kbd> whole branch
          </span>
          <span>
            <Kbd>*</Kbd> open all here
          </span>
          <span>
            <Kbd>Shift</Kbd> <Kbd>F10</Kbd> branch menu
          </span>
        </>
      )}
      <span>
        <Kbd>/</Kbd> search
      </span>
    </p>
  );
});
