import { useState } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import type { DraftStanding } from './draft-keeper.ts';

export interface DraftBannerProps {
  standing: DraftStanding;
  onTakeTheirs: () => Promise<void>;
  onKeepMine: () => Promise<void>;
  onRetry: () => Promise<void>;
}

/** What stands between the form and its draft on the server, and the ways out of it. Nothing while all is well. */
export function DraftBanner({ standing, onTakeTheirs, onKeepMine, onRetry }: DraftBannerProps) {
  switch (standing.state) {
    case 'conflict':
      return (
        <Banner
          tone="warn"
          title="This draft was changed in another tab or by another user"
          action={
            <>
              <DecisionButton act={onTakeTheirs}>Load theirs</DecisionButton>
              <DecisionButton act={onKeepMine}>Keep mine</DecisionButton>
            </>
          }
        >
          Nothing was overwritten: what you typed is kept in this page and not saved until you choose.
        </Banner>
      );
    case 'gone':
      return (
        <Banner
          tone="warn"
          title="This draft no longer exists"
          action={<DecisionButton act={onKeepMine}>Save as new draft</DecisionButton>}
        >
          It was discarded, or its connector was created from another tab. What you typed is kept in this
          page.
        </Banner>
      );
    case 'failed':
      return (
        <Banner
          tone="warn"
          title={`The draft could not be saved: ${standing.problem.message}`}
          requestId={standing.problem.requestId}
          action={<DecisionButton act={onRetry}>Save now</DecisionButton>}
        >
          What you typed is kept in this page; saving is tried again by itself.
        </Banner>
      );
    default:
      return null;
  }
}

function DecisionButton({ act, children }: { act: () => Promise<void>; children: string }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await act();
    setBusy(false);
    // Where the banner went away, the focus would be lost with its button.
    if (document.activeElement === document.body) document.getElementById('step-title')?.focus();
  };
  return (
    <Button size="sm" busy={busy} onClick={() => void press()}>
      {children}
    </Button>
  );
}
