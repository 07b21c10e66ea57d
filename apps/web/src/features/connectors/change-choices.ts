import { operationTitle } from '../../shared/operation-title.ts';
import { useRoleReason } from '../../shared/signed-in.tsx';
import type { ChangeKind } from './queries.ts';
import type { PendingChange } from './use-connector-changes.ts';
import { type Changeable, whyNot } from './why-not.ts';

export type ChangeChoice = { kind: ChangeKind; verb: string; busy: boolean; refusal: string | undefined };

/** What can be asked of a connector, each with the reason when it cannot be now. `pending` was asked for and is not settled. */
export function useChangeChoices(connector: Changeable, pending: PendingChange | undefined): ChangeChoice[] {
  const roleReason = useRoleReason('operator');
  return VERBS.map(({ kind, verb }) => ({
    kind,
    verb,
    busy: pending?.kind === `${kind}-connector`,
    refusal: roleReason ?? (pending === undefined ? whyNot(kind, connector) : unsettled(pending)),
  }));
}

function unsettled({ kind, requestedBy }: PendingChange): string {
  return `${operationTitle({ kind, connectorName: 'it' })} was requested${requestedBy ? ` by ${requestedBy}` : ''} and is not settled yet.`;
}

const VERBS: { kind: ChangeKind; verb: string }[] = [
  { kind: 'run', verb: 'Run' },
  { kind: 'enable', verb: 'Enable' },
  { kind: 'disable', verb: 'Disable' },
  { kind: 'delete', verb: 'Delete' },
];
