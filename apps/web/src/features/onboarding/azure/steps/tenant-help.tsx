import { CodeBlock } from '../../../../ui/code-block.tsx';
import { isUuid } from '../azure-checks.ts';

/** Where each value stands in Entra, and the commands that find or make it. The commands never hold a secret. */
export function TenantHelp({ tenantId, applicationId }: { tenantId: string; applicationId: string }) {
  const ids = {
    tenant: isUuid(tenantId) ? tenantId.trim() : '<tenant id>',
    application: isUuid(applicationId) ? applicationId.trim() : '<application id>',
  };
  return (
    <details className="rounded-md border border-line bg-ground px-3 py-2 text-sm">
      <summary className="py-0.5 font-strong">Where to find these values in Entra</summary>
      <dl className="m-0 mt-2 grid gap-x-4 gap-y-1.5 @min-[30rem]/step:grid-cols-[auto_1fr]">
        {PLACES.map(({ value, place }) => (
          <div key={value} className="contents">
            <dt className="font-strong">{value}</dt>
            <dd className="m-0 text-ink-2">{place}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 mb-1.5 font-strong">The same with the Azure CLI</p>
      <div className="grid gap-2.5">
        {commandsFor(ids).map(({ purpose, code }) => (
          <div key={purpose} className="grid gap-1">
            <span className="text-ink-2">{purpose}</span>
            <CodeBlock label={purpose} code={code} />
          </div>
        ))}
      </div>
    </details>
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

function commandsFor({ tenant, application }: { tenant: string; application: string }) {
  return [
    {
      purpose: 'Which tenant the signed-in account belongs to',
      code: 'az account show --query "{tenantId:tenantId, tenantName:tenantDisplayName}"',
    },
    {
      purpose: 'Make the application and its service principal',
      code: [
        'az ad app create --display-name "Connector" --query appId --output tsv',
        `az ad sp create --id ${application}`,
      ].join('\n'),
    },
    {
      purpose: 'Let it read the tenant and its management groups',
      code: `az role assignment create --role Reader --assignee ${application} \\\n  --scope /providers/Microsoft.Management/managementGroups/${tenant}`,
    },
    {
      purpose: 'Make a secret that lasts a year; the command prints its Value once',
      code: `az ad app credential reset --id ${application} --append --years 1 --query password --output tsv`,
    },
    {
      purpose: 'When the application’s secrets expire',
      code: `az ad app credential list --id ${application} --query "[].{name:displayName, expires:endDateTime}" --output table`,
    },
  ];
}
