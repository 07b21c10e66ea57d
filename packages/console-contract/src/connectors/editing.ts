/** Editing a connector: what it looks like now as a form shows it, what must be asked for, and what the vendor will not change. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ConnectorId, ConnectorParams, Timestamp } from '../values.ts';
import { awsFields } from './aws.fields.ts';
import { azureFields } from './azure.fields.ts';
import { reportedShapeOf } from './fields.ts';

/** Each field is `null` where it is not known. */
export const AzureEditingValues = z.object(reportedShapeOf(azureFields));
export type AzureEditingValues = z.output<typeof AzureEditingValues>;

export const AwsEditingValues = z.object(reportedShapeOf(awsFields));
export type AwsEditingValues = z.output<typeof AwsEditingValues>;

const opened = {
  id: ConnectorId,
  /** Digest of everything editable as it is known now: an edit names the version it was made on. */
  version: z.string(),
  asOf: Timestamp,
  /** Fields that neither the gateway nor the console knows: they are asked for, never sent blank. */
  unknown: z.array(z.string()),
  /** Fields that the vendor will not change, and why. */
  locked: z.record(z.string(), z.string()),
};

export const AzureEditing = z.object({
  cloud: z.literal('azure'),
  ...opened,
  values: AzureEditingValues,
  /** The console keeps the secret sealed, so an edit need not bring it along. */
  secretKept: z.boolean(),
});
export type AzureEditing = z.output<typeof AzureEditing>;

export const AwsEditing = z.object({
  cloud: z.literal('aws'),
  ...opened,
  values: AwsEditingValues,
  /** The console keeps both external ids sealed, so an edit need not bring them along. */
  externalIdsKept: z.boolean(),
});
export type AwsEditing = z.output<typeof AwsEditing>;

export const Editing = z.discriminatedUnion('cloud', [AzureEditing, AwsEditing]);
export type Editing = z.output<typeof Editing>;

export const connectorEditingEndpoints = {
  readEditing: {
    summary: 'A connector as a form for editing it, read from the gateway now',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/editing',
    access: 'connectors.change',
    params: ConnectorParams,
    answer: Editing,
  },
} as const satisfies Record<string, Endpoint>;

/** The fields that differ, whatever the order of lists and the case of UUIDs. Only fields that both sides name count. */
export function differingFields<Values extends object>(one: Values, other: Partial<Values>): string[] {
  return Object.entries(one)
    .filter(([field]) => field in other)
    .filter(([field, value]) => comparable(field, value) !== comparable(field, Reflect.get(other, field)))
    .map(([field]) => field);
}

/** One text for all forms of a value that mean the same. */
export function comparable(field: string, value: unknown): string {
  if (typeof value === 'string') return comparableText(field, value);
  return JSON.stringify(inOrder(value)) ?? '';
}

function comparableText(field: string, value: string): string {
  if (field === 'tenantId' || field === 'applicationId') return value.toLowerCase();
  // The gateway's texts arrive without control characters.
  return field === 'description' ? value.replace(/[^\P{Cc}\n\t]/gu, '').trim() : value;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted(byText);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => byText(one, other));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
