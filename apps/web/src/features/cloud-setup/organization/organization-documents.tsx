import type { AwsDraftValues } from '@console/console-contract';
import { useState } from 'react';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { organizationAccess } from '../access.ts';
import { HelpTabs } from '../help-tabs.tsx';
import { MissingValues } from '../missing-values.tsx';
import { organizationHelp } from './organization-tabs.ts';

export function OrganizationDocuments({ values }: { values: AwsDraftValues }) {
  const [typed, setTyped] = useState(ROLE_NAME);
  const entered = organizationAccess(values);
  const wrong = isRoleName(typed) ? undefined : 'Use 1 to 64 letters, digits and the characters _+=,.@-';
  // A role that exists has its name in its ARN; one to create gets it here.
  const roleName = entered.roleName ?? (wrong === undefined ? typed : null);
  const { tabs, missing } = organizationHelp({ ...entered, roleName });
  return (
    <>
      <p className="m-0 text-ink-2">
        Two roles, both reading only: one for the organization, and one of the same name in every member
        account. They may describe EC2 instances, addresses, images, regions and VPCs and list the
        organization{values.cspm && '; for CSPM they also get AWS’s managed policy SecurityAudit'}.
        {values.remediation && ' The write permissions that remediation needs are not part of them.'}
      </p>
      {entered.roleName === null && (
        <TextField
          label="Name of the roles to create"
          hint="In every account. The Role ARN that is entered below ends with it."
          mono
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={wrong}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <MissingValues missing={missing} />
      <HelpTabs label="Create the roles" tabs={tabs} />
    </>
  );
}

const ROLE_NAME = 'connector-organization';

function isRoleName(text: string): boolean {
  return /^[\w+=,.@-]{1,64}$/.test(text);
}
