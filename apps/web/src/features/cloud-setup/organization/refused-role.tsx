import type { AwsDraftValues } from '@console/console-contract';
import { organizationAccess } from '../access.ts';
import { arnPartition, readingPolicy, trustPolicy } from '../policies.ts';
import { ReadyDocument } from '../ready-document.tsx';
import { fillOrganization } from './organization-blanks.ts';

/** The policy that a refusal of AWS is about, as far as AWS's own words tell, as the role should have it. */
export function RefusedRole({ values, detail }: { values: AwsDraftValues; detail: string }) {
  const refused = refusedPart(detail);
  if (refused === undefined) return null;
  const isTrust = refused === 'trust';
  const access = organizationAccess(values);
  const { text } = fillOrganization(access);
  const trusted = `arn:${arnPartition(access.partition)}:iam::${text.baseAccountId}:root`;
  const policy = isTrust ? trustPolicy(trusted, text.externalId) : readingPolicy;
  const document = {
    title: isTrust ? 'Trust policy that the role needs' : 'Permission policy that the role needs',
    fileName: isTrust ? 'connector-trust-policy.json' : 'connector-permission-policy.json',
    text: `${JSON.stringify(policy, null, 2)}\n`,
  };
  return (
    <div className="grid gap-2 text-sm">
      <p className="m-0 text-ink-2">
        {isTrust
          ? 'Compare it with the tab Trust relationships of the role in IAM. It holds the account and the external ID of this form.'
          : 'Compare it with the tab Permissions of the role in IAM.'}
      </p>
      <ReadyDocument document={document} />
    </div>
  );
}

/** What a policy of the organization denies no policy of the role outweighs, and other errors are about no policy. */
function refusedPart(detail: string): 'trust' | 'permissions' | undefined {
  if (/explicit deny/i.test(detail)) return undefined;
  if (/sts:AssumeRole/.test(detail)) return 'trust';
  return /not authorized|AccessDenied/i.test(detail) ? 'permissions' : undefined;
}
