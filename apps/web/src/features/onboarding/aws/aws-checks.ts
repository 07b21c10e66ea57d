/** What is still wrong with the AWS wizard's form, field by field, in words that say what to do. */
import {
  type AwsDraftValues,
  AwsExternalId,
  AwsRoleArn,
  AwsUnitId,
  type awsFields,
  OrganizationRootId,
  partitionOf,
  partitionProblem,
} from '@console/console-contract';
import {
  bothWaysProblem,
  type Checks,
  type FieldProblem,
  runChecks,
  scopeTextProblem,
  tagsProblem,
  tooLong,
} from '../field-checks.ts';

export type Checked = {
  values: AwsDraftValues;
  /** Whether the test has succeeded for these very values. */
  tested: boolean;
};

/** Every problem in the order of the form. An empty list means that the connector can be asked for. */
export function problemsOf(form: Checked): FieldProblem[] {
  return runChecks(CHECKS, form);
}

const CHECKS: Checks<Checked> = {
  cloud: 'aws',
  own: {
    baseAccountId: ({ values }) => accountProblem(values.baseAccountId),
    externalId: ({ values }) =>
      externalIdProblem(values.externalId, 'the role in the management account asks'),
    memberExternalId: ({ values }) =>
      externalIdProblem(values.memberExternalId, 'the roles in the member accounts ask'),
    rootId: ({ values }) => rootProblem(values.rootId),
    roleArn: ({ values }) => roleProblem(values),
    scope: ({ values }) => scopeTextProblem(values) ?? scopeProblem(values.scope),
    perimeterScan: ({ values }) => perimeterProblem(values),
    tagIds: ({ values }) => tagsProblem(values.tagIds),
  } satisfies Partial<Record<keyof typeof awsFields, (form: Checked) => string | undefined>>,
  also: [{ field: 'connection', step: 'organization', check: testProblem }],
};

/** The account that assumes the role. */
function accountProblem(text: string): string | undefined {
  const account = text.trim();
  if (account === '') return 'Enter the ID of the account that assumes the role.';
  if (/^\d{4}-\d{4}-\d{4}$/.test(account)) return 'Enter the 12 digits without the dashes.';
  return /^\d{12}$/.test(account) ? undefined : 'Copy the whole account ID: 12 digits.';
}

/** The parts of an ARN are told apart, because the console of AWS shows several that look alike. */
function roleProblem({
  roleArn,
  partition,
}: Pick<AwsDraftValues, 'roleArn' | 'partition'>): string | undefined {
  const arn = roleArn.trim();
  if (arn === '') return 'Enter the ARN of the role in the management account.';
  const elsewhere = partitionProblem(arn);
  if (elsewhere !== undefined) return elsewhere;
  if (/^arn:[\w-]+:sts:/.test(arn)) return 'This is a session of a role. Copy the ARN of the role itself.';
  if (/^arn:[\w-]+:iam::\d{12}:(?!role\/)[\w-]+\//.test(arn)) {
    return 'This is no role. Copy the ARN of the role: its last part begins with role/.';
  }
  if (!AwsRoleArn.safeParse(arn).success) {
    return `Copy the whole ARN as IAM shows it: ${exampleOf(partition)}`;
  }
  if (partitionOf(arn) === partition) return undefined;
  return partition === 'global'
    ? 'This role is in GovCloud. Choose GovCloud above, or copy the role of the global organization.'
    : 'This role is in the global partition. Choose Global above, or copy the role of the GovCloud organization.';
}

/** “arn:aws:iam::123456789012:role/…” */
export function exampleOf(partition: AwsDraftValues['partition']): string {
  return `arn:${partition === 'govcloud' ? 'aws-us-gov' : 'aws'}:iam::123456789012:role/name`;
}

function externalIdProblem(text: string, who: string): string | undefined {
  const id = text.trim();
  if (id === '') return `Enter or generate the external ID that ${who} for.`;
  if (AwsExternalId.safeParse(id).success) return undefined;
  if (id.length < 2) return 'AWS takes external IDs of at least 2 characters.';
  if (id.length > 1224) return tooLong('external ID', id.length, 1224);
  return 'Use letters, digits and the characters _ + = , . @ : / - only; AWS takes no others.';
}

function rootProblem(text: string): string | undefined {
  const root = text.trim();
  if (root === '') return 'Enter the root’s ID; it begins with r-.';
  if (root.startsWith('o-')) return 'This is the organization’s ID. The root’s ID begins with r-.';
  if (root.startsWith('ou-'))
    return 'This is the ID of a unit. The root’s ID begins with r-; units are chosen later.';
  return OrganizationRootId.safeParse(root).success
    ? undefined
    : 'Copy the whole ID of the root: r- and at least four small letters or digits.';
}

function testProblem({ tested }: Checked): string | undefined {
  return tested ? undefined : 'Test the connection: the next steps open when it has succeeded.';
}

const MOST_NAMED = 3;

function scopeProblem(scope: AwsDraftValues['scope']): string | undefined {
  const strange = [...scope.included, ...scope.excluded].filter((id) => !AwsUnitId.safeParse(id).success);
  if (strange.length === 0) return bothWaysProblem(scope);
  const named = strange.slice(0, MOST_NAMED).map((id) => `“${id.slice(0, 60)}”`);
  const more = strange.length - named.length;
  return `Remove or replace ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}: units have IDs that begin with ou-, accounts have 12 digits.`;
}

function perimeterProblem({ perimeterScan, activateVm }: AwsDraftValues): string | undefined {
  if (!perimeterScan || activateVm) return undefined;
  return 'Cloud Perimeter Scan needs Vulnerability Management: activate VM in the next step, or switch the scan off.';
}
