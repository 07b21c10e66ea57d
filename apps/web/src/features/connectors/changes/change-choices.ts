import { type ButtonKind, buttonKinds, type Changeable, kindOf, type Role } from '@console/console-contract';
import { operationTitle } from '../../../shared/operations/kind-words.ts';
import { refusalOf, usePerson } from '../../../shared/session/signed-in.tsx';
import type { PendingChange } from './use-connector-changes.ts';
import { whyNot } from './why-not.ts';

export type ChangeChoice = { kind: ButtonKind; verb: string; busy: boolean; refusal: string | undefined };

/** What can be asked of a connector, each with the reason when it cannot be now. `pending` was asked for and is not settled. */
export function useChangeChoices(connector: Changeable, pending: PendingChange | undefined): ChangeChoice[] {
  const { role } = usePerson();
  return buttonKinds.map((kind) => changeChoice(kind, connector, pending, role));
}

/** One of them, for a user of this role. */
export function changeChoice(
  kind: ButtonKind,
  connector: Changeable,
  pending: PendingChange | undefined,
  role: Role,
): ChangeChoice {
  return {
    kind,
    verb: kindOf(kind).verb,
    busy: pending?.kind === kind,
    refusal:
      refusalOf(role, kindOf(kind).access) ??
      (pending === undefined ? whyNot(kind, connector) : unsettled(pending)),
  };
}

function unsettled({ kind, requestedBy }: PendingChange): string {
  return `${operationTitle({ kind, connectorName: 'it' })} was requested${requestedBy ? ` by ${requestedBy}` : ''} and is not settled yet.`;
}
