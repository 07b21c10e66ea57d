/** What a form for editing shows: the gateway's word first, then what was entered here; and what the vendor will not change. */
import { createHash } from 'node:crypto';
import {
  type AzureEditingValues,
  awsFields,
  azureFields,
  type Cloud,
  comparable,
  type Field,
  type FieldTable,
  lockedFieldsOf,
} from '@console/console-contract';
import type { ReportedAws, ReportedAzure } from '../../ports/connector-gateway.ts';
import type { AwsEditable, AzureEditable } from '../../ports/editable.ts';
import type { StoredSpec } from '../stored-connectors.ts';

export function azureEditable(reported: ReportedAzure, stored: StoredSpec | null): AzureEditable {
  const values = filled(reported.reported, isAzure(stored) ? stored : null);
  return { ...reported, values, version: versionOf(values), locked: lockedIn('azure', values) };
}

export function awsEditable(reported: ReportedAws, stored: StoredSpec | null): AwsEditable {
  const values = filled(reported.reported, stored === null || isAzure(stored) ? null : stored);
  return { ...reported, values, version: versionOf(values), locked: lockedIn('aws', values) };
}

const tables = { azure: azureFields, aws: awsFields } as const satisfies Record<Cloud, FieldTable>;

/** Fields that a person has to fill in, since nothing is no value of theirs: sent blank they would erase what is there. */
export function unknownIn(cloud: Cloud, values: object): string[] {
  const fields = new Map<string, Field>(Object.entries(tables[cloud]));
  return Object.entries(values)
    .filter(([field, value]) => value === null && !fields.get(field)?.schema.safeParse(null).success)
    .map(([field]) => field);
}

function isAzure(spec: StoredSpec | null): spec is AzureEditingValues {
  return spec !== null && 'tenantId' in spec;
}

function filled<Values extends object>(reported: Values, stored: StoredSpec | null): Values {
  const values = { ...reported };
  for (const field in values) {
    if (values[field] === null && stored !== null) values[field] = Reflect.get(stored, field);
  }
  return values;
}

function versionOf(values: object): string {
  const fields = Object.entries(values).map(([field, value]) => [field, comparable(field, value)]);
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}

/** A field is locked only where its value is known: else it is asked for. */
function lockedIn(cloud: Cloud, values: object): Record<string, string> {
  const known = lockedFieldsOf(tables[cloud]).filter(([field]) => Reflect.get(values, field) !== null);
  return Object.fromEntries(known);
}
