import type { Connector, ConnectorSummary } from '@console/console-contract';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { CopyButton } from '../../../ui/actions/copy-button.tsx';

export interface ConnectorIdsProps {
  address: ConnectorAddress;
  known: Connector | ConnectorSummary;
}

/** The ids by which the vendor and the cloud know it, and its own address, ready to copy; and all of it as JSON. */
export function ConnectorIds({ address: { workspace, cloud, id }, known }: ConnectorIdsProps) {
  const tenantId = 'tenantId' in known ? known.tenantId : null;
  const organization = cloud === 'azure' ? (tenantId ?? known.organizationId) : known.organizationId;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
      <NamedId name="Id" value={known.id} />
      <NamedId name="UUID" value={known.uuid} />
      <NamedId name={cloud === 'azure' ? 'Tenant' : 'Organization'} value={organization} />
      <span className="inline-flex items-center gap-2">
        <CopyButton
          text={`${window.location.origin}${paths.connector(workspace, cloud, id)}`}
          label="Copy link"
        />
        <Link
          to={{ pathname: paths.connectorPart(workspace, cloud, id, 'configuration'), hash: 'json' }}
          className={buttonClass('plain', 'sm')}
        >
          View as JSON
        </Link>
      </span>
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
