/** A4. It takes the whole connector, so it is built from what the gateway tells just before, and the person's changes on top. */
import { type AzureConnectorSpec, azureFields, lockedFieldsOf } from '@console/console-contract';
import type { AzureEditable, ReadEditable } from '../../ports/editable.ts';
import type { Change } from '../change.ts';
import { changedMeanwhile } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { type Edited, lookForEdit, missingEdit } from './edit-look.ts';

type AzureEdit = Extract<RequestOf<'edit-connector'>, { cloud: 'azure' }>;

export function azureEdit(
  { workspaceId, id, accepted: acceptedBefore }: Edited,
  request: AzureEdit,
  readEditable: ReadEditable['azure'],
): Change {
  const read = () => readEditable(workspaceId, id);
  let basis: AzureEditable | null = null;
  let accepted = acceptedBefore;
  return {
    async check() {
      basis = await read();
      return basis.version === request.version ? null : changedMeanwhile;
    },
    async write(gateway, credentials) {
      if (basis === null) throw new Error('An edit is checked before it is written.');
      if (credentials === null || !('secretValue' in credentials)) {
        throw new Error('An Azure connector cannot be edited without its secret.');
      }
      const spec = withLockedAsTold(request.spec, basis);
      await gateway.editAzure({ id, spec, unshown: basis.unshown }, credentials.secretValue);
      accepted = true;
      return { kind: 'accepted' };
    },
    look: () => lookForEdit(read, request, accepted),
    missing: (wasAccepted) => missingEdit(request, wasAccepted),
  };
}

/** To the letter: the gateway compares even the case of a UUID. */
function withLockedAsTold(spec: AzureConnectorSpec, { told }: AzureEditable): AzureConnectorSpec {
  const known = lockedFieldsOf(azureFields)
    .map(([field]): [string, unknown] => [field, Reflect.get(told, field)])
    .filter(([, value]) => value !== null);
  return { ...spec, ...Object.fromEntries(known) };
}
