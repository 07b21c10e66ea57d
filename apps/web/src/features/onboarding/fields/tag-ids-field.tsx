import { useState } from 'react';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { change, errorOf, type StepForm } from '../wizard/step-form.ts';

/** Tag ids as one line of numbers. The text stays as typed; the draft holds what it means. */
export function TagIdsField({ form }: { form: StepForm<{ tagIds: string[] }> }) {
  const { tagIds } = form.wizard.values;
  const [text, setText] = useState(tagIds.join(', '));
  const meant = tagIdsIn(text);
  const shown = meant.join() === tagIds.join() ? text : tagIds.join(', ');
  return (
    <TextField
      id="tagIds"
      name="tagIds"
      label="Tag IDs"
      hint="Numbers of existing tags, separated by commas or spaces. Every asset found gets them."
      optional
      mono
      inputMode="numeric"
      autoComplete="off"
      placeholder="7583012, 7583013"
      maxLength={4000}
      value={shown}
      error={errorOf(form, 'tagIds')}
      onChange={(event) => {
        setText(event.currentTarget.value);
        change(form, { tagIds: tagIdsIn(event.currentTarget.value) });
      }}
      onBlur={() => form.dispatch({ type: 'field-left', field: 'tagIds' })}
    />
  );
}

/** Each once, in the order given. A draft holds a hundred. */
function tagIdsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((tag) => tag !== ''))].slice(0, 100);
}
