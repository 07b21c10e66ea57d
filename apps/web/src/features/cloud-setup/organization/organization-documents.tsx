import type { AwsDraftValues } from '@console/console-contract';
import { organizationAccess } from '../access.ts';
import { HelpTabs } from '../help-tabs.tsx';
import { MissingValues } from '../missing-values.tsx';
import { organizationHelp } from './organization-tabs.ts';

export function OrganizationDocuments({ values }: { values: AwsDraftValues }) {
  const { tabs, missing } = organizationHelp(organizationAccess(values));
  return (
    <>
      <p className="m-0 text-ink-2">
        Two roles, both reading only: one for the organization, and one of the same name in every member
        account. They may describe EC2 instances, addresses, images, regions and VPCs and list the
        organization{values.cspm && '; for CSPM they also get AWS’s managed policy SecurityAudit'}.
        {values.remediation && ' The write permissions that remediation needs are not part of them.'}
      </p>
      <MissingValues missing={missing} />
      <HelpTabs label="Create the roles" tabs={tabs} />
    </>
  );
}
