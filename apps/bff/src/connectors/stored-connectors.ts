/** What this slice stores as JSON, read: details of the snapshot, and specs as they were entered. */
import {
  AwsConnector,
  AwsEditingValues,
  AzureConnector,
  AzureEditingValues,
  type Cloud,
  type Connector,
} from '@console/console-contract';
import { fieldByField, storedShape } from '../ports/stored-json.ts';

/** A field that has come since it was stored is not known, as a field that the gateway left out. */
const azureDetail = storedShape<Connector>(fieldByField(AzureConnector));
const awsDetail = storedShape<Connector>(fieldByField(AwsConnector));

/** `null` counts as not there: the gateway is asked whenever a detail is shown. */
export function detailOf(cloud: Cloud, stored: unknown): Connector | null {
  return (cloud === 'azure' ? azureDetail : awsDetail).read(stored);
}

/** A spec as it was entered, each field `null` where it is not known: such a field is asked for when the connector is edited. */
export type StoredSpec = AzureEditingValues | AwsEditingValues;

const azureSpec = storedShape<StoredSpec>(fieldByField(AzureEditingValues));
const awsSpec = storedShape<StoredSpec>(fieldByField(AwsEditingValues));

/** One for both clouds, since they are migrated together. */
export const specVersion = azureSpec.version;

export function specOf(cloud: Cloud, stored: unknown, version: number): StoredSpec | null {
  return (cloud === 'azure' ? azureSpec : awsSpec).read(stored, version);
}
