import type { Operation, OperationKind } from '@console/console-contract';

/** What an operation is called while it is read: its kind with the name of the connector, or how many they are. */
export function operationTitle({ kind, connectorName }: Pick<Operation, 'kind' | 'connectorName'>): string {
  return `${TITLES[kind]} ${connectorName}`;
}

const TITLES: Record<OperationKind, string> = {
  'create-connector': 'Creating',
  'edit-connector': 'Editing',
  'run-connector': 'Run of',
  'enable-connector': 'Enabling',
  'disable-connector': 'Disabling',
  'delete-connector': 'Deleting',
  'attach-member': 'Attaching a member to',
  'detach-members': 'Detaching members from',
  'run-connectors': 'Run of',
  'enable-connectors': 'Enabling',
  'disable-connectors': 'Disabling',
  'delete-connectors': 'Deleting',
};
