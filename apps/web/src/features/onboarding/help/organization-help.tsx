import type { AwsDraftValues } from '@console/console-contract';
import { lazy } from 'react';
import { HelpFrame } from './help-frame.tsx';

/** The roles that the connector needs in AWS, ready to roll out with the values entered so far. */
export function OrganizationHelp({ values }: { values: AwsDraftValues }) {
  return (
    <HelpFrame summary="Make the roles in AWS: CloudFormation, Terraform, trust policy, AWS CLI">
      <OrganizationDocuments values={values} />
    </HelpFrame>
  );
}

const OrganizationDocuments = lazy(async () => ({
  default: (await import('./organization-documents.tsx')).OrganizationDocuments,
}));
