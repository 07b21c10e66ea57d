/** Every kind of change and what the console does for it. A kind that the contract names and this table lacks is a type error. */
import {
  type BulkKind,
  type ButtonKind,
  type ChangeKind,
  type Cloud,
  singleKindOf,
} from '@console/console-contract';
import type { ReadEditable } from '../../ports/editable.ts';
import type { OperationRow } from '../rows.ts';
import { attachMember } from './attach-member.ts';
import { createConnector } from './create-connector.ts';
import { deleteConnector } from './delete-connector.ts';
import { detachMembers } from './detach-members.ts';
import { editConnector } from './edit-connector.ts';
import type { Change, Kind, KindForMany, Together } from './kind.ts';
import { runConnector } from './run-connector.ts';
import { disableConnector, enableConnector } from './switch-connector.ts';

export const kinds: {
  [Name in ChangeKind]: Kind<Name> & (Name extends ButtonKind ? KindForMany<Name> : unknown);
} = {
  'create-connector': createConnector,
  'edit-connector': editConnector,
  'run-connector': runConnector,
  'enable-connector': enableConnector,
  'disable-connector': disableConnector,
  'delete-connector': deleteConnector,
  'attach-member': attachMember,
  'detach-members': detachMembers,
};

/** What a bulk does with each of its connectors. */
export function kindOfItems(kind: BulkKind): KindForMany<ButtonKind> {
  return kinds[singleKindOf(kind)];
}

/** Where the vendor takes many connectors of a cloud in one call; `undefined` where each has a call of its own. */
export function togetherOf(kind: BulkKind, cloud: Cloud): Together | undefined {
  return cloud === 'azure' ? kindOfItems(kind).together : undefined;
}

export type ChangeOf = (operation: OperationRow) => Change;

export function createChangeOf(readEditable: ReadEditable): ChangeOf {
  return ({ workspaceId, cloud, connectorId, acceptedAt, request }) => {
    if (connectorId === null && request.kind !== 'create-connector') {
      throw new Error('A change of a connector names it.');
    }
    const kind: Kind<ChangeKind> = kinds[request.kind];
    const accepted = acceptedAt !== null;
    return kind.change(request, { workspaceId, cloud, id: connectorId ?? '', accepted, readEditable });
  };
}
