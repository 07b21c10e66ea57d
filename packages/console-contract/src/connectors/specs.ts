/** What a connector is made of, as a person enters it: everything but its credentials. */
import * as z from 'zod/mini';
import { awsFields } from './aws.fields.ts';
import { azureFields } from './azure.fields.ts';
import { partitionOf } from './cloud-ids.ts';
import { specShapeOf } from './fields.ts';

/** Everything an Azure connector is made of but its secret. */
export const AzureConnectorSpec = z.strictObject(specShapeOf(azureFields)).check(
  z.refine((spec) => !(spec.activation.pc && spec.activation.sca), {
    path: ['activation', 'sca'],
    message: 'Policy Compliance and SCA cannot both be activated.',
  }),
  z.refine(({ scope }) => areDisjoint(scope.included, scope.excluded), {
    path: ['scope'],
    message: 'A management group cannot be included and excluded at once.',
  }),
);
export type AzureConnectorSpec = z.output<typeof AzureConnectorSpec>;

/** Everything an AWS connector is made of but its two external ids. */
export const AwsConnectorSpec = z.strictObject(specShapeOf(awsFields)).check(
  z.refine(({ partition, roleArn }) => partitionOf(roleArn) === partition, {
    path: ['roleArn'],
    message: 'The role’s ARN belongs to the other partition.',
  }),
  z.refine((spec) => !spec.perimeterScan || spec.activateVm, {
    path: ['perimeterScan'],
    message: 'Cloud Perimeter Scan needs Vulnerability Management.',
  }),
  z.refine(({ scope }) => areDisjoint(scope.included, scope.excluded), {
    path: ['scope'],
    message: 'A unit cannot be included and excluded at once.',
  }),
);
export type AwsConnectorSpec = z.output<typeof AwsConnectorSpec>;

export type ConnectorSpec = AzureConnectorSpec | AwsConnectorSpec;

// Each list may have 50,000 names: comparing every one with every other would hold the server for more than a minute.
function areDisjoint(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other);
  return !one.some((name) => names.has(name));
}
