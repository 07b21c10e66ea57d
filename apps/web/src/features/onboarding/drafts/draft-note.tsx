import { relativeTimeText } from '../../../ui/time/relative-time-text.ts';
import { useNow } from '../../../ui/time/use-now.ts';
import type { DraftStanding } from './draft-keeper.ts';

/** “Draft saved 4 s ago”, beside the title. Said aloud only when something is wrong, by the banner. */
export function DraftNote({ standing }: { standing: DraftStanding }) {
  switch (standing.state) {
    case 'untouched':
      return null;
    case 'unsaved':
      return <>Saving draft…</>;
    case 'saved':
      return <SavedAgo at={standing.at} />;
    case 'failed':
      return <span className="font-strong text-warn">Draft not saved, trying again</span>;
    default:
      return <span className="font-strong text-warn">Draft not saved</span>;
  }
}

function SavedAgo({ at }: { at: number }) {
  const now = useNow(1_000);
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < 2) return <>Draft saved</>;
  return <>Draft saved {seconds < 60 ? `${seconds} s ago` : relativeTimeText(at, now)}</>;
}
