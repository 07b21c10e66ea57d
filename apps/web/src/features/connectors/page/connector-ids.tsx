import type { Connector } from '@console/console-contract';
import { CopyButton } from '../../../ui/actions/copy-button.tsx';

/** The ids by which the vendor and the cloud know it, ready to copy. */
export function ConnectorIds({ connector }: { connector: Connector }) {
  const organization =
    connector.cloud === 'azure' ? (connector.tenantId ?? connector.organizationId) : connector.organizationId;
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <NamedId name="Id" value={connector.id} />
      <NamedId name="UUID" value={connector.uuid} />
      <NamedId name={connector.cloud === 'azure' ? 'Tenant' : 'Organization'} value={organization} />
    </div>
  );
}

function NamedId({ name, value }: { name: string; value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-ink-3">
      {name}
      <code className="truncate font-mono text-ink-2">{value}</code>
      <CopyButton
        text={value}
        label={`Copy ${name === 'Id' || name === 'UUID' ? name : `${name.toLowerCase()} id`}`}
        iconOnly
      />
    </span>
  );
}
