import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { change, focusField, textProps } from '../../step-form.ts';
import { makeExternalId } from '../aws-draft.ts';
import type { AwsForm } from '../aws-form.ts';

export interface ExternalIdFieldsProps {
  form: AwsForm;
  /** The console keeps both: they need not be entered. */
  kept?: boolean;
  /** Of roles that exist: their ids stand in AWS already, so none is made here. */
  existing?: { own: string; member: string };
}

const TO_BEGIN = {
  own: 'The role of the management account lets in only who knows it. Kept sealed.',
  member: 'The same for the roles of the member accounts. It may be another one or the same.',
};

/** The two ids that the roles ask for. They are shown while they are typed, because the roles in AWS are made with them. */
export function ExternalIdFields({ form, kept = false, existing }: ExternalIdFieldsProps) {
  const { externalId } = form.wizard.values;
  const hints = existing ?? TO_BEGIN;
  const fill = (name: 'externalId' | 'memberExternalId', value: string) => {
    change(form, { [name]: value });
    focusField(name);
  };
  return (
    <>
      <TextField
        {...textProps(form, 'externalId')}
        {...SEALED_INPUT}
        label="External ID"
        hint={hints.own}
        optional={kept}
        after={
          !existing && (
            <Button onClick={() => fill('externalId', makeExternalId())} aria-label="Generate an external ID">
              Generate
            </Button>
          )
        }
      />
      <TextField
        {...textProps(form, 'memberExternalId')}
        {...SEALED_INPUT}
        label="Member external ID"
        hint={hints.member}
        optional={kept}
        after={
          <>
            <Button
              onClick={() => fill('memberExternalId', externalId.trim())}
              disabledReason={externalId.trim() === '' ? 'Enter the external ID above first.' : undefined}
            >
              Same as above
            </Button>
            {!existing && (
              <Button
                onClick={() => fill('memberExternalId', makeExternalId())}
                aria-label="Generate a member external ID"
              >
                Generate
              </Button>
            )}
          </>
        }
      />
    </>
  );
}

const SEALED_INPUT = {
  mono: true,
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'none',
  maxLength: 1224,
} as const;
