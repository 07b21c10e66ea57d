import { Button } from '../../../ui/actions/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { pastedProps } from '../fields/step-fields.tsx';
import { change, focusField } from '../wizard/step-form.ts';
import { makeExternalId } from './aws-draft.ts';
import { areIdsKept } from './aws-edit.ts';
import type { AwsForm } from './aws-form.ts';

/**
 * The two ids that the roles ask for. They are shown while they are typed, because the roles in AWS are made with them; those
 * that the console keeps are never shown again, and need not be entered.
 */
export function ExternalIdFields({ form }: { form: AwsForm }) {
  const { externalId } = form.wizard.values;
  // Roles that exist have their ids in AWS already, so none is made here.
  const existing = form.basis !== undefined;
  const kept = form.basis !== undefined && areIdsKept(form.wizard, form.basis);
  const hints = existing ? (kept ? KEPT : WANTED) : TO_BEGIN;
  const fill = (name: 'externalId' | 'memberExternalId', value: string) => {
    change(form, { [name]: value });
    focusField(name);
  };
  /** One id may serve both: the members' is asked for only where it is to be another one. */
  const generate = () => {
    const made = makeExternalId();
    const { memberExternalId } = form.wizard.values;
    change(form, { externalId: made, ...(memberExternalId.trim() === '' && { memberExternalId: made }) });
    focusField('externalId');
  };
  return (
    <>
      <TextField
        {...pastedProps(form, 'externalId')}
        {...SEALED_INPUT}
        label="External ID"
        hint={hints.own}
        optional={kept}
        after={
          !existing && (
            <Button onClick={generate} aria-label="Generate an external ID">
              Generate
            </Button>
          )
        }
      />
      <TextField
        {...pastedProps(form, 'memberExternalId')}
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

const TO_BEGIN = {
  own: 'The role of the management account lets in only who knows it. Kept sealed.',
  member: 'The same for the roles of the member accounts. It may be another one or the same.',
};
const WANTED = {
  own: 'The one in the role’s trust policy: the gateway wants it with every edit.',
  member: 'The one in the trust policies of the member accounts’ roles.',
};
const KEPT_SEALED = 'The console keeps it sealed. Leave this empty to use that one.';
const KEPT = { own: KEPT_SEALED, member: KEPT_SEALED };
