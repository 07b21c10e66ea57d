import { type FormEvent, useState } from 'react';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import { Dialog } from '../dialog.tsx';
import { TextArea } from '../text-area.tsx';
import { type PastedUnits, readPastedUnits } from './pasted-units.ts';
import { formatCount, type ScopeLabels } from './scope-labels.ts';
import type { ScopeRule } from './scope-rules.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

interface PasteUnitsDialogProps {
  open: boolean;
  onClose: () => void;
  picker: ScopePickerState;
}

/** Takes a pasted list into the scope and says, before anything is added, what of it is unknown here. */
export function PasteUnitsDialog({ open, onClose, picker }: PasteUnitsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={`Paste ${picker.labels.units}`}>
      <PasteForm onClose={onClose} picker={picker} />
    </Dialog>
  );
}

function PasteForm({ onClose, picker }: Omit<PasteUnitsDialogProps, 'open'>) {
  const [text, setText] = useState('');
  const [rule, setRule] = useState<ScopeRule>('include');
  const { labels } = picker;
  const pasted = readPastedUnits(picker.forest, text, labels.beside?.is);
  const taken = [...pasted.found, ...pasted.beside, ...pasted.unknown];
  const add = (event: FormEvent) => {
    event.preventDefault();
    // The dialog lies inside the wizard's form in the tree of components; its submit is not the wizard's.
    event.stopPropagation();
    if (taken.length === 0) return;
    picker.chooseMany(taken, rule);
    onClose();
  };
  return (
    <form className="grid gap-4" onSubmit={add}>
      <TextArea
        label={`Ids or names of ${labels.units}${labels.beside ? `, or ids of ${labels.beside.many}` : ''}`}
        hint="One per line, or separated by commas, semicolons or tabs."
        rows={7}
        mono
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus=""
      />
      <ChoiceCards
        legend="What to do with them"
        columns={2}
        value={rule}
        onToggle={setRule}
        choices={[
          { value: 'include', label: 'Include' },
          { value: 'exclude', label: 'Exclude' },
        ]}
      />
      <PasteReport pasted={pasted} labels={labels} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={taken.length === 0 ? 'Nothing in the box can be added yet.' : undefined}
        >
          {rule === 'include' ? 'Include' : 'Exclude'} {formatCount(taken.length)}
        </Button>
      </div>
    </form>
  );
}

function PasteReport({ pasted, labels }: { pasted: PastedUnits; labels: ScopeLabels }) {
  const { found, beside, unknown, ambiguous } = pasted;
  return (
    <div className="grid gap-2">
      <div role="status" className="text-ink-2 text-sm">
        {formatCount(found.length)} found, {formatCount(unknown.length)} unknown
        {labels.beside &&
          beside.length > 0 &&
          `, ${formatCount(beside.length)} ${beside.length === 1 ? labels.beside.one : labels.beside.many}`}
        {ambiguous.length > 0 && `, ${formatCount(ambiguous.length)} ambiguous`}
      </div>
      {unknown.length > 0 && (
        <Banner tone="warn" title={`No ${labels.unit} with this id or name is known`}>
          {firstFew(unknown)}. They are kept in the scope and flagged; remove them there if they are mistyped.
        </Banner>
      )}
      {ambiguous.length > 0 && (
        <Banner tone="warn" title="Names that stand for more than one">
          {firstFew(ambiguous)}. They are left out; paste their ids instead.
        </Banner>
      )}
    </div>
  );
}

function firstFew(entries: readonly string[]): string {
  const shown = entries.slice(0, 5).join(', ');
  return entries.length > 5 ? `${shown} and ${formatCount(entries.length - 5)} more` : shown;
}
