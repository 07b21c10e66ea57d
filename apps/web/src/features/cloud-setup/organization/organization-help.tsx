import type { AwsDraftValues } from '@console/console-contract';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';
import { HelpFrame } from '../help-frame.tsx';

/** The roles that the connector needs in AWS, ready to roll out with the values entered so far. */
export function OrganizationHelp({ values }: { values: AwsDraftValues }) {
  return (
    <HelpFrame summary="Make the roles in AWS: CloudFormation, Terraform, trust policy, AWS CLI">
      <OrganizationDocuments values={values} />
    </HelpFrame>
  );
}

const OrganizationDocuments = lazyPart(
  async () => (await import('./organization-documents.tsx')).OrganizationDocuments,
);
