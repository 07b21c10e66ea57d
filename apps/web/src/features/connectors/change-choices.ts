import type { OperationKind } from '@console/console-contract';
import { useRoleReason } from '../../shared/signed-in.tsx';
import type { ChangeKind } from './queries.ts';
import { type Changeable, whyNot } from './why-not.ts';

export type ChangeChoice = { kind: ChangeKind; verb: string; busy: boolean; refusal: string | undefined };

/** What can be asked of a connector, each with the reason when it cannot be now. `pending` was asked for and is not settled. */
export function useChangeChoices(connector: Changeable, pending: OperationKind | undefined): ChangeChoice[] {
  const roleReason = useRoleReason('operator');
  return VERBS.map(({ kind, verb }) => ({
    kind,
    verb,
    busy: pending === `${kind}-connector`,
    refusal: roleReason ?? (pending === undefined ? whyNot(kind, connector) : UNSETTLED),
  }));
}

const UNSETTLED = 'A change of it was requested and is not settled yet.';

const VERBS: { kind: ChangeKind; verb: string }[] = [
  { kind: 'run', verb: 'Run' },
  { kind: 'enable', verb: 'Enable' },
  { kind: 'disable', verb: 'Disable' },
  { kind: 'delete', verb: 'Delete' },
];
