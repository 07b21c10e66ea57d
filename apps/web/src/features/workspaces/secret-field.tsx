import type { Workspace } from '@console/console-contract';
import { useState } from 'react';
import { invisibleCharactersRepair } from '../../shared/page/invisible-characters.ts';
import type { useForm } from '../../shared/page/use-form.ts';
import { Button } from '../../ui/actions/button.tsx';
import { PasswordField } from '../../ui/fields/password-field.tsx';
import { RelativeTime } from '../../ui/time/relative-time.tsx';
import { secretIsNeeded, type WorkspaceValues } from './workspace-fields.ts';

type SecretFieldProps = { form: ReturnType<typeof useForm<WorkspaceValues>>; stored: Workspace | undefined };

/** A secret that can only be written: a new one is typed, of a stored one only its age, author and fingerprint show. */
export function SecretField({ form, stored }: SecretFieldProps) {
  const [replacing, setReplacing] = useState(false);
  if (stored?.secret.configured && !replacing && !secretIsNeeded(form.values, stored)) {
    return <StoredSecret secret={stored.secret} onReplace={() => setReplacing(true)} />;
  }
  return (
    <PasswordField
      label="Client secret"
      hint={
        stored === undefined
          ? 'It is sealed before it is stored, and it is never shown again.'
          : 'The new secret takes the place of the stored one when you save.'
      }
      shown="secret"
      autoComplete="off"
      repair={invisibleCharactersRepair(form.values.clientSecret, (value) => form.set('clientSecret', value))}
      {...form.field('clientSecret')}
    />
  );
}

function StoredSecret({ secret, onReplace }: { secret: Workspace['secret']; onReplace: () => void }) {
  return (
    <div className="grid gap-1">
      <span className="font-strong text-sm">Client secret</span>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-sunken px-3 py-2 text-sm">
        <span className="min-w-0 flex-1">
          Set{secret.updatedBy && <> by {secret.updatedBy}</>}
          {secret.updatedAt && (
            <>
              {' · '}
              <RelativeTime at={secret.updatedAt} />
            </>
          )}
          {secret.fingerprint && (
            <span className="text-ink-3">
              {' '}
              · fingerprint <code className="font-mono">{secret.fingerprint}</code>
            </span>
          )}
        </span>
        <Button size="sm" onClick={onReplace}>
          Replace…
        </Button>
      </div>
    </div>
  );
}
