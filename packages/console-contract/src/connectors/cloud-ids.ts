/** Ids as the two clouds write them. They stand apart from the other values because only some pages need them. */
import * as z from 'zod/mini';
import { invisibleCharacterProblem } from './invisible-characters.ts';

/** An id as it is pasted. What is refused for an invisible character says so; only then white space is left out. */
function pasted(...refusals: ((text: string) => string | undefined)[]) {
  const refusing = [invisibleCharacterProblem, ...refusals].map(
    (problemOf) => (payload: z.core.ParsePayload<string>) => {
      const message = problemOf(payload.value);
      if (message !== undefined) payload.issues.push({ code: 'custom', message, input: payload.value });
    },
  );
  return z.string().check(...refusing, z.trim());
}

/** An id in braces, `{6b3f…}`, as the tools of Windows write it. */
export function withoutBraces(id: string): string {
  return id.trim().replace(/^\{(.*)\}$/, '$1');
}

export const AzureUuid = pasted().check(
  z.overwrite(withoutBraces),
  z.regex(/^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/),
);

export const AwsAccountId = pasted().check(z.regex(/^[0-9]{12}$/));

export const AwsRoleArn = pasted(partitionProblem).check(
  z.regex(/^arn:aws(-us-gov)?:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,512}$/),
);

/** Why no role of this partition can be taken. */
export function partitionProblem(arn: string): string | undefined {
  const [, partition] = /^\s*arn:(aws-[\w-]+):/.exec(arn) ?? [];
  if (partition === undefined || partition === 'aws-us-gov') return undefined;
  const where = OTHER_PARTITIONS[partition] ?? `The partition ${partition}`;
  return `${where} cannot be onboarded as an organization. Copy a role of the global partition or of GovCloud.`;
}

const OTHER_PARTITIONS: Readonly<Record<string, string>> = {
  'aws-cn': 'China (aws-cn)',
  'aws-eusc': 'The European Sovereign Cloud (aws-eusc)',
};

/** What AWS accepts as an external id. It is sealed at rest like a secret, though AWS does not call it one. */
export const AwsExternalId = pasted().check(z.minLength(2), z.maxLength(1224), z.regex(/^[\w+=,.@:/-]*$/));

export const OrganizationRootId = pasted().check(z.regex(/^r-[0-9a-z]{4,32}$/));

/** An organizational unit, the root itself, or one account. Vendors and people write units in several ways, so only the kind is checked. */
export const AwsUnitId = z
  .string()
  .check(z.regex(/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}(-[0-9a-z]{8,32})?|[0-9]{12})$/));

export const AwsPartition = z.enum(['global', 'govcloud']);
export type AwsPartition = z.output<typeof AwsPartition>;

/** `arn:aws:…` is the global partition, `arn:aws-us-gov:…` GovCloud. */
export function partitionOf(roleArn: string): AwsPartition {
  return roleArn.startsWith('arn:aws-us-gov:') ? 'govcloud' : 'global';
}

const member = z.regex(/^([0-9]{1,19}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/);

/** Azure names a member by its connector id, AWS by its UUID: the documents give no call that tells one from the other. */
export const MemberName = pasted().check(z.overwrite(withoutBraces), member);

/** The same as a part of an address, which no user pastes: exactly as it is written. */
export const MemberParam = z.string().check(member);
