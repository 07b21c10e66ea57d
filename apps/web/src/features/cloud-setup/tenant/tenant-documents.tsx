import type { AzureDraftValues } from '@console/console-contract';
import { tenantAccess } from '../access.ts';
import { HelpTabs } from '../help-tabs.tsx';
import { MissingValues } from '../missing-values.tsx';
import { tenantHelp } from './tenant-tabs.ts';

export function TenantDocuments({ values }: { values: AzureDraftValues }) {
  const { tabs, missing } = tenantHelp(tenantAccess(values));
  return (
    <>
      <p className="m-0 text-ink-2">
        An app registration, its service principal, and the role Reader at the root management group: it reads
        every subscription of the tenant, also those that come later.
        {values.remediation && ' The write permissions that remediation needs are not part of it.'}
      </p>
      <MissingValues missing={missing} />
      <HelpTabs label="Create the application" tabs={tabs} />
      <h3 className="m-0 font-strong text-sm">Where the values stand in Entra</h3>
      <dl className="m-0 grid gap-x-4 gap-y-1.5 @min-[30rem]/step:grid-cols-[auto_1fr]">
        {PLACES.map(({ value, place }) => (
          <div key={value} className="contents">
            <dt className="font-strong">{value}</dt>
            <dd className="m-0 text-ink-2">{place}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const PLACES = [
  { value: 'Tenant ID', place: 'Entra ID › Overview › Basic information › Tenant ID' },
  { value: 'Tenant name', place: 'Entra ID › Overview › Basic information › Name' },
  {
    value: 'Application ID',
    place: 'Entra ID › App registrations › your application › Application (client) ID; not the Object ID',
  },
  {
    value: 'Secret value',
    place:
      'Your application › Certificates & secrets › Client secrets › column Value. It is shown once, when the secret is made; the column Secret ID is not the secret.',
  },
  { value: 'Secret expires on', place: 'The same table, column Expires' },
];
