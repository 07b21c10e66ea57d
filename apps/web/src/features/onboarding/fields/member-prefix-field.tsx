import { TextField } from '../../../ui/fields/text-field.tsx';
import { fieldNamed } from '../cloud-fields.ts';
import { suggestedPrefix } from '../suggested-prefix.ts';
import { type StepForm, textProps } from '../wizard/step-form.ts';

export interface MemberPrefixFieldProps {
  form: StepForm<{ name: string; memberPrefix: string }>;
  /** Names as the members will carry them. */
  examples: readonly string[];
}

/** The beginning of all members' names, its limit, and a preview of the names it makes. */
export function MemberPrefixField({ form, examples }: MemberPrefixFieldProps) {
  const { longest = 0, words } = fieldNamed(form.address, 'memberPrefix');
  return (
    <div className="grid gap-2">
      <TextField
        {...textProps(form, 'memberPrefix')}
        label={words.label}
        hint={isSuggested(form) ? `${words.hint} It is suggested from the connector’s name.` : words.hint}
        counter={{
          used: form.wizard.values.memberPrefix.trim().length,
          max: longest,
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <p className="m-0 text-ink-3 text-sm">
        For example{' '}
        {examples.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <span className="wrap-anywhere font-mono text-ink-2">{name}</span>
          </span>
        ))}
      </p>
    </div>
  );
}

function isSuggested({ address, wizard }: MemberPrefixFieldProps['form']): boolean {
  const { name, memberPrefix } = wizard.values;
  return address.connector === undefined && memberPrefix !== '' && memberPrefix === suggestedPrefix(name);
}
