import { useId, useRef, useState } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { NoticeLine } from './notice-line.tsx';
import type { Notice } from './notices-of.ts';

export interface NoticeStackProps {
  workspace: string;
  /** At least one, the newest first. */
  notices: readonly [Notice, ...Notice[]];
  onDismiss: (notices: readonly Notice[]) => void;
  /** Puts the progress of a bulk above the rows. */
  onFollow: (notice: Notice) => void;
}

/**
 * One compact place for what became of changes: the newest in two lines, the others folded behind their number. However
 * many they are, it stays as high as one, so that the rows below move when the first appears and never again.
 */
export function NoticeStack({ workspace, notices, onDismiss, onFollow }: NoticeStackProps) {
  const [newest, ...others] = notices;
  const [unfolded, setUnfolded] = useState(false);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const settled = notices.filter((notice) => notice.settled);
  // What had the focus goes with the notice: it stays among the notices, or goes to the top of the page.
  const dismiss = (gone: readonly Notice[]) => {
    const left = gone.length < notices.length ? box.current : document.getElementById('page-title');
    onDismiss(gone);
    left?.focus({ preventScroll: true });
  };
  const reportedOf = (notice: Notice) => ({
    workspace,
    notice,
    onDismiss: () => dismiss([notice]),
    onFollow: () => onFollow(notice),
  });
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="What became of your changes"
      className="overflow-hidden rounded-md border border-line bg-surface text-sm outline-none focus-visible:outline-2"
    >
      <NoticeLine key={newest.id} {...reportedOf(newest)} newest>
        {others.length > 0 && (
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={unfolded}
            aria-controls={unfolded ? id : undefined}
            onClick={() => setUnfolded(!unfolded)}
          >
            {others.length} more
          </Button>
        )}
      </NoticeLine>
      {unfolded && others.length > 0 && (
        <div id={id} className="max-h-72 overflow-auto border-line border-t">
          <ul aria-label="Earlier changes" className="m-0 list-none p-0">
            {others.map((notice) => (
              <li key={notice.id} className="border-line not-first:border-t">
                <NoticeLine {...reportedOf(notice)} />
              </li>
            ))}
          </ul>
          {settled.length > 1 && (
            <div className="flex justify-end border-line border-t px-3 py-1.5">
              <Button size="sm" variant="quiet" onClick={() => dismiss(settled)}>
                Dismiss the {settled.length} that are settled
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
