/** The steps in which a connector is created and edited: they are named in addresses, drafts and what repairs an error. */
import * as z from 'zod/mini';

export const AzureStep = z.enum(['basics', 'tenant', 'scope', 'members', 'activation', 'review']);
export type AzureStep = z.output<typeof AzureStep>;

export const AwsStep = z.enum(['basics', 'organization', 'scope', 'members', 'activation', 'review']);
export type AwsStep = z.output<typeof AwsStep>;
