import { Banner } from '../../../ui/status/banner.tsx';
import { changesBetween, type EditedValues, type FieldChange } from './edit-fields.ts';
import type { Edited } from './edit-review.tsx';

/** What a person made of two versions. */
export type Decided = { kept: 'mine-too' | 'theirs'; fromThem: readonly FieldChange[] };

/** Of their changes, those that stand now: all of them, or those that this form did not change as well. */
export function decide(kept: Decided['kept'], edited: Edited, theirs: EditedValues): Decided {
  const { cloud, before, after } = edited;
  const mine = new Set(changesBetween(cloud, before, after).map(({ name }) => name));
  const fromThem = changesBetween(cloud, before, theirs);
  return { kept, fromThem: kept === 'theirs' ? fromThem : fromThem.filter(({ name }) => !mine.has(name)) };
}

/** Says what the form holds after both versions were brought together. */
export function DecidedNotice({ decided, onDismiss }: { decided: Decided; onDismiss: () => void }) {
  const { kept, fromThem } = decided;
  const words = fromThem.map(({ label, after }) => `${label} (${after})`).join(', ');
  const title =
    kept === 'theirs' ? 'Their version is shown; yours is discarded' : 'Your changes are on top of theirs';
  return (
    <Banner tone="ok" title={title} onDismiss={onDismiss}>
      {words === '' ? 'Nothing of theirs differs from yours.' : `From them: ${words}.`}
      {kept === 'mine-too' && ' Nothing is saved yet: look at the changes, then save.'}
    </Banner>
  );
}
