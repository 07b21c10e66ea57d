/** W5. What the detail leaves out (role, scope, account, external ids) is what the console kept or a person gave, never blank. */
import type { AwsEditable, ReadEditable } from '../../ports/editable.ts';
import type { Change } from '../change.ts';
import { changedMeanwhile } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { type Edited, lookForEdit, missingEdit } from './edit-look.ts';
import { refuseTakenName } from './find-named.ts';

type AwsEdit = Extract<RequestOf<'edit-connector'>, { cloud: 'aws' }>;

export function awsEdit(
  { workspaceId, id, accepted: acceptedBefore }: Edited,
  request: AwsEdit,
  readEditable: ReadEditable['aws'],
): Change {
  const { spec } = request;
  const read = () => readEditable(workspaceId, id);
  let basis: AwsEditable | null = null;
  let accepted = acceptedBefore;
  return {
    async check(gateway) {
      basis = await read();
      if (basis.version !== request.version) return changedMeanwhile;
      if (basis.told.name === spec.name) return null;
      const taken = await refuseTakenName(gateway, { cloud: 'aws', name: spec.name });
      return taken && { ...taken, kept: 'Nothing was sent; the connector was not changed.' };
    },
    async write(gateway, credentials) {
      if (basis === null) throw new Error('An edit is checked before it is written.');
      if (credentials === null || !('externalId' in credentials)) {
        throw new Error('An AWS connector cannot be edited without its external ids.');
      }
      await gateway.editAws({ id, spec, unshown: basis.unshown }, credentials);
      accepted = true;
      return { kind: 'accepted' };
    },
    look: () => lookForEdit(read, request, accepted),
    missing: (wasAccepted) => missingEdit(request, wasAccepted),
  };
}
