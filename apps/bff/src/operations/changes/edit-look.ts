/** What both clouds' edits share: the lost-update guard, and how reading tells whether an edit happened. */
import { type ConnectorSpec, differingFields } from '@console/console-contract';
import type { Editable } from '../../ports/editable.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import type { Finding, Missing } from '../change.ts';
import { editedOtherwise, editUnseen, notEdited } from '../problems.ts';
import type { RequestOf } from '../tables.ts';

type Edit = RequestOf<'edit-connector'>;

/** `accepted` when the gateway said yes to it, in this process or an earlier one. */
export type Edited = { workspaceId: string; id: string; accepted: boolean };

/** What the gateway tells must be what was asked; of what it does not tell, only its own yes is evidence. */
export async function lookForEdit(
  read: () => Promise<Editable>,
  { spec, shows }: Pick<Edit, 'spec' | 'shows'>,
  accepted: boolean,
): Promise<Finding> {
  const editable = await readIfThere(read);
  if (editable === null || !(shows || accepted)) return { kind: 'nothing-yet' };
  const same = differingFields(toldOf(editable), spec).length === 0;
  return same ? { kind: 'happened', connector: editable.connector } : { kind: 'nothing-yet' };
}

export function missingEdit({ shows }: Pick<Edit, 'shows'>, accepted: boolean): Missing {
  if (accepted) return { state: 'needs-person', problem: editedOtherwise };
  return shows ? { state: 'absent', problem: notEdited } : { state: 'needs-person', problem: editUnseen };
}

/** The fields of which the gateway says anything. */
export function toldOf({ told }: Pick<Editable, 'told'>): Partial<ConnectorSpec> {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

async function readIfThere(read: () => Promise<Editable>): Promise<Editable | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'not-found') return null;
    throw error;
  }
}
