import type { Workspace } from '@console/console-contract';
import type { ReactNode } from 'react';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { invisibleCharactersRepair } from '../../shared/page/invisible-characters.ts';
import { UnsavedChanges } from '../../shared/page/unsaved-changes.tsx';
import { useForm } from '../../shared/page/use-form.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { PlatformFields } from './platform-fields.tsx';
import { SecretField } from './secret-field.tsx';
import { emptyWorkspace, valuesOf, type WorkspaceValues, workspaceErrors } from './workspace-fields.ts';

export interface WorkspaceFormProps {
  /** The workspace that is changed; without it a new one is connected. */
  stored?: Workspace;
  error: unknown;
  onSubmit: (values: WorkspaceValues) => void;
  /** The submit button and its neighbours. */
  buttons: ReactNode;
}

/** Name, platform and credentials: the same fields for connecting and for changing. */
export function WorkspaceForm({ stored, error, onSubmit, buttons }: WorkspaceFormProps) {
  const initial = stored ? valuesOf(stored) : emptyWorkspace;
  const form = useForm<WorkspaceValues>(
    {
      initial,
      validate: (values) => workspaceErrors(values, stored),
      onSubmit,
    },
    error ? problemOf(error).fields : undefined,
  );
  const changed = JSON.stringify(form.values) !== JSON.stringify(initial);
  return (
    <form className="grid gap-4" onSubmit={form.submit} noValidate>
      <UnsavedChanges changed={changed} />
      <Card title="Subscription">
        <div className="grid max-w-[560px] gap-4">
          <TextField
            label="Name"
            hint="The name of this subscription in this console."
            autoComplete="organization"
            {...form.field('name')}
          />
          <PlatformFields form={form} />
        </div>
      </Card>
      <Card title="API credentials">
        <div className="grid max-w-[560px] gap-4">
          <p className="m-0 text-ink-2">
            Made in the vendor’s interface: your user menu, then <b className="font-strong">View Profile</b> ›{' '}
            <b className="font-strong">Auth ID Client Management</b> ›{' '}
            <b className="font-strong">New Client</b>, with the Connector application. The secret is shown
            there once.
          </p>
          <TextField
            label="Client id"
            autoComplete="off"
            spellCheck={false}
            mono
            repair={invisibleCharactersRepair(form.values.clientId, (value) => form.set('clientId', value))}
            {...form.field('clientId')}
          />
          <SecretField form={form} stored={stored} />
        </div>
      </Card>
      <ProblemBanner error={error} />
      <div className="flex flex-wrap gap-2">{buttons}</div>
    </form>
  );
}
