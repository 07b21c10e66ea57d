/** A connector opened for editing: the gateway's word now, completed with what only the console knows. */
import { type AwsEditingValues, type AzureEditingValues, differingFields } from '@console/console-contract';
import type { ReportedAws, ReportedAzure } from './connector-gateway.ts';

type Opened = {
  /** Digest of the values: the same as long as none of them was changed. */
  version: string;
  /** Fields that the vendor will not change, and why; only those whose value is known. */
  locked: Record<string, string>;
};

export type AzureEditable = ReportedAzure & Opened & { values: AzureEditingValues };
export type AwsEditable = ReportedAws & Opened & { values: AwsEditingValues };
export type Editable = AzureEditable | AwsEditable;

/** External ids are kept for one role: another one would be told them, because they show in the log of its account. */
export function isForSameRole({ values }: Pick<Editable, 'values'>, asked: object): boolean {
  const differing = differingFields(values, asked);
  return !differing.includes('roleArn') && !differing.includes('baseAccountId');
}

/** Both throw a `GatewayError`. */
export type ReadEditable = {
  azure(workspaceId: string, id: string): Promise<AzureEditable>;
  aws(workspaceId: string, id: string): Promise<AwsEditable>;
};
