/** The AWS wizard's form as plain values: its beginning, its connection, and the connector it asks for. No React, no server. */

import { AwsConnectorSpec, type AwsDraftValues, awsFields, initialValuesOf } from '@console/console-contract';
import { specPartOf } from '../field-values.ts';
import { clipped } from '../words.ts';

/** Below this many hours the vendor warns of throttling by AWS. */
export const fewestCalmHours = 4;

export const initialAwsValues: AwsDraftValues = initialValuesOf(awsFields);

/** What the connection test looks at; a test holds for these very values and no others. */
export type Connection = Pick<AwsDraftValues, 'partition' | 'baseAccountId' | 'roleArn' | 'externalId'> & {
  connectorName: string;
};

export function connectionOf(values: AwsDraftValues): Connection {
  return {
    connectorName: values.name.trim(),
    partition: values.partition,
    baseAccountId: values.baseAccountId.trim(),
    roleArn: values.roleArn.trim(),
    externalId: values.externalId.trim(),
  };
}

const connectionParts = ['connectorName', 'partition', 'baseAccountId', 'roleArn', 'externalId'] as const;
export type ConnectionPart = (typeof connectionParts)[number];

/** What differs between two connections, in the order of the form. */
export function changedParts(before: Connection, after: Connection): ConnectionPart[] {
  return connectionParts.filter((part) => before[part] !== after[part]);
}

/** The connector that complete values ask for; throws when `problemsOf` would still find something. */
export function toSpec(values: AwsDraftValues): AwsConnectorSpec {
  return AwsConnectorSpec.parse(specIn(values));
}

/** What of the values belongs to the spec: the external ids travel beside it, and text that is not applied nowhere. */
export function specIn(values: AwsDraftValues) {
  // Regions of posture management mean nothing without it.
  return { ...specPartOf(awsFields, values), allPostureRegions: values.allPostureRegions && values.cspm };
}

/** Names as the members will carry them: the gateway joins the prefix and the account. */
export function memberNamesMadeWith(prefix: string): string[] {
  const start = clipped(prefix, awsFields.memberPrefix.longest) || 'prefix';
  return ['123456789012', '210987654321'].map((account) => `${start}_${account}`);
}

/** The account that the role is in, `undefined` for what is no ARN yet. */
export function accountOfRole(roleArn: string): string | undefined {
  return /^arn:[\w-]+:iam::(\d{12}):role\//.exec(roleArn.trim())?.[1];
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 32 letters and digits, 160 bits of chance; without punctuation, so that a double click selects it whole. */
export function makeExternalId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
