import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { Dialog } from '../../../ui/dialogs/dialog.tsx';
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import type { ScopeRule } from '../rules/scope-rules.ts';
import type { ScopePickerState } from '../use-scope-picker.ts';
import { PasteReport } from './paste-report.tsx';
import { readPastedUnits } from './pasted-units.ts';

interface PasteUnitsDialogProps {
  open: boolean;
  onClose: () => void;
  picker: ScopePickerState;
}

/**
 * Takes a pasted list into the scope and says, before anything is added, what of it is unknown here or cannot be taken. What
 * is not taken stays in the box, for the next time it is opened too.
 */
export function PasteUnitsDialog({ open, onClose, picker }: PasteUnitsDialogProps) {
  const [text, setText] = useState('');
  return (
    <Dialog open={open} onClose={onClose} title={`Paste ${picker.labels.units}`}>
      <PasteForm text={text} onText={setText} onClose={onClose} picker={picker} />
    </Dialog>
  );
}

interface PasteFormProps extends Omit<PasteUnitsDialogProps, 'open'> {
  text: string;
  onText: (text: string) => void;
}

function PasteForm({ text, onText, onClose, picker }: PasteFormProps) {
  const [rule, setRule] = useState<ScopeRule>('include');
  const [added, setAdded] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const { forest, labels } = picker;
  const pasted = readPastedUnits(forest, text, { labels, rule });
  const taken = [...pasted.found, ...pasted.beside, ...pasted.unknown];
  const left = [...pasted.ambiguous.map(({ name }) => name), ...pasted.refused.map(({ entry }) => entry)];
  const add = (event: FormEvent) => {
    event.preventDefault();
    // The dialog lies inside the wizard's form in the tree of components; its submit is not the wizard's.
    event.stopPropagation();
    if (taken.length === 0) return;
    picker.chooseMany(taken, rule);
    onText(left.join('\n'));
    if (left.length === 0) return onClose();
    setAdded(`${numberText(taken.length)} ${rule}d; this is left. `);
    area.current?.focus();
  };
  return (
    <form className="grid gap-4" onSubmit={add}>
      <TextArea
        ref={area}
        label={`Ids or names of ${labels.units}${labels.beside ? `, or ids of ${labels.beside.many}` : ''}`}
        hint="One per line, or separated by commas, semicolons or tabs. Put a name that holds one of these in quotes."
        rows={5}
        mono
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
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
      <PasteReport added={added} pasted={pasted} forest={forest} labels={labels} />
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end gap-2 border-line border-t bg-raised px-4 py-3">
        <Button onClick={onClose}>{added === '' ? 'Cancel' : 'Close'}</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={taken.length === 0 ? 'Nothing in the box can be added yet.' : undefined}
        >
          {rule === 'include' ? 'Include' : 'Exclude'} {numberText(taken.length)}
        </Button>
      </div>
    </form>
  );
}
