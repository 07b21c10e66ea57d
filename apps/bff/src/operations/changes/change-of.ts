/** The change that an operation asks for. */
import type { ReadEditable } from '../../ports/editable.ts';
import type { Change } from '../change.ts';
import type { OperationRow } from '../rows.ts';
import { attachmentOf } from './attach.ts';
import { awsCreation } from './create-aws.ts';
import { azureCreation } from './create-azure.ts';
import { deletionOf } from './delete.ts';
import { detachmentOf } from './detach.ts';
import { awsEdit } from './edit-aws.ts';
import { azureEdit } from './edit-azure.ts';
import { runOf } from './run.ts';
import { switchOf } from './switch.ts';

export type ChangeOf = (operation: OperationRow) => Change;

export function createChangeOf(readEditable: ReadEditable): ChangeOf {
  return (operation) => changeOf(operation, readEditable);
}

function changeOf(operation: OperationRow, readEditable: ReadEditable): Change {
  const { workspaceId, cloud, connectorId, request } = operation;
  if (request.kind === 'create-connector') {
    return request.cloud === 'azure' ? azureCreation(request) : awsCreation(request);
  }
  if (connectorId === null) throw new Error('A change of a connector names it.');
  const target = { cloud, id: connectorId };
  switch (request.kind) {
    case 'edit-connector': {
      const edited = { workspaceId, id: connectorId, accepted: operation.acceptedAt !== null };
      return request.cloud === 'azure'
        ? azureEdit(edited, request, readEditable.azure)
        : awsEdit(edited, request, readEditable.aws);
    }
    case 'run-connector':
      return runOf(target, request);
    case 'enable-connector':
      return switchOf(target, true);
    case 'disable-connector':
      return switchOf(target, false);
    case 'delete-connector':
      return deletionOf(target);
    case 'attach-member':
      return attachmentOf(target, request);
    case 'detach-members':
      return detachmentOf(target, request);
  }
}
