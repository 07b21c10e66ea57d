/** W2. Even a good answer has no id, so the connector is always found by its name. */
import type { AwsConnectorSpec, Connector } from '@console/console-contract';
import type { Change } from '../change.ts';
import { notCreated, notListed } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { findNamed, refuseTakenName } from './find-named.ts';

type AwsCreation = Extract<RequestOf<'create-connector'>, { cloud: 'aws' }>;

export function awsCreation({ cloud, spec }: AwsCreation): Change {
  const named = { cloud, name: spec.name };
  return {
    check: (gateway) => refuseTakenName(gateway, named),
    async write(gateway, credentials) {
      if (credentials === null || !('externalId' in credentials)) {
        throw new Error('An AWS connector cannot be created without its external ids.');
      }
      await gateway.createAws(spec, credentials);
      return { kind: 'accepted' };
    },
    look: (gateway) => findNamed(gateway, named, (detail) => isOf(spec, detail)),
    missing: (accepted) =>
      accepted ? { state: 'needs-person', problem: notListed } : { state: 'absent', problem: notCreated },
  };
}

/** The detail leaves out the role, so only a role that is told can speak against it. */
function isOf(spec: AwsConnectorSpec, detail: Connector): boolean {
  return detail.cloud === 'aws' && (detail.roleArn === null || detail.roleArn === spec.roleArn);
}
