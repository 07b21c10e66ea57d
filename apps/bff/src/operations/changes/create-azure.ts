/** A3. Its answer names the connector; when that is lost, it is looked for by its name, tenant and application. */
import type { AzureConnectorSpec, Connector } from '@console/console-contract';
import type { Change } from '../change.ts';
import { notCreated } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { findNamed, refuseTakenName } from './find-named.ts';

type AzureCreation = Extract<RequestOf<'create-connector'>, { cloud: 'azure' }>;

export function azureCreation({ cloud, spec }: AzureCreation): Change {
  const named = { cloud, name: spec.name };
  return {
    check: (gateway) => refuseTakenName(gateway, named),
    async write(gateway, credentials) {
      if (credentials === null || !('secretValue' in credentials)) {
        throw new Error('An Azure connector cannot be created without its secret.');
      }
      return { kind: 'done', connector: await gateway.createAzure(spec, credentials.secretValue) };
    },
    look: (gateway) => findNamed(gateway, named, (detail) => isOf(spec, detail)),
    missing: () => ({ state: 'absent', problem: notCreated }),
  };
}

function isOf(spec: AzureConnectorSpec, detail: Connector): boolean {
  if (detail.cloud !== 'azure') return false;
  return same(detail.tenantId, spec.tenantId) && same(detail.applicationId, spec.applicationId);
}

/** What the gateway leaves out cannot speak against it. */
function same(told: string | null, asked: string): boolean {
  return told === null || told.toLowerCase() === asked.toLowerCase();
}
