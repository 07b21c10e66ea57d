/** What a form for editing shows: the gateway's word first, then what was entered here; and what the vendor will not change. */
import { createHash } from 'node:crypto';
import {
  type AwsConnectorSpec,
  type AzureConnectorSpec,
  type Cloud,
  type ConnectorSpec,
  comparable,
} from '@console/console-contract';
import type { ToldAws, ToldAzure } from '../ports/connector-gateway.ts';
import type { AwsEditable, AzureEditable } from '../ports/editable.ts';

export function azureEditable(told: ToldAzure, entered: ConnectorSpec | null): AzureEditable {
  const values = filled(told.told, isAzure(entered) ? entered : null);
  return { ...told, values, version: versionOf(values), locked: lockedIn('azure', values) };
}

export function awsEditable(told: ToldAws, entered: ConnectorSpec | null): AwsEditable {
  const values = filled(told.told, entered === null || isAzure(entered) ? null : entered);
  return { ...told, values, version: versionOf(values), locked: lockedIn('aws', values) };
}

/** Fields that a person has to fill in: whoever sent them blank would erase what is there. */
export function unknownIn(values: object): string[] {
  const asked = Object.entries(values).filter(([field]) => field !== 'secretExpiresOn');
  return asked.filter(([, value]) => value === null).map(([field]) => field);
}

function isAzure(spec: ConnectorSpec | null): spec is AzureConnectorSpec {
  return spec !== null && 'tenantId' in spec;
}

function filled<Values extends object>(
  told: Values,
  entered: AzureConnectorSpec | AwsConnectorSpec | null,
): Values {
  const values = { ...told };
  for (const field in values) {
    if (values[field] === null && entered !== null) values[field] = Reflect.get(entered, field);
  }
  return values;
}

function versionOf(values: object): string {
  const fields = Object.entries(values).map(([field, value]) => [field, comparable(field, value)]);
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}

const reasons: Record<Cloud, Record<string, string>> = {
  azure: {
    name: 'The gateway does not rename an Azure connector.',
    tenantId: 'A connector stays with its tenant; create another one for another tenant.',
    tenantName: 'The gateway does not change the tenant’s name once the connector exists.',
    applicationId: 'The gateway does not change the application; create another connector for another one.',
    memberPrefix: 'The members are named with it, and it is fixed once the connector exists.',
  },
  aws: { memberPrefix: 'The members are named with it, and it is fixed once the connector exists.' },
};

function lockedIn(cloud: Cloud, values: object): Record<string, string> {
  const known = Object.entries(reasons[cloud]).filter(([field]) => Reflect.get(values, field) !== null);
  return Object.fromEntries(known);
}
