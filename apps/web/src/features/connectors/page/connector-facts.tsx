import type { Activation, Connector } from '@console/console-contract';
import { dayText } from '../../../shared/text/day-text.ts';
import type { SummaryItem } from '../../../ui/layout/summary-list.tsx';
import { Pill } from '../../../ui/status/pill.tsx';
import { Capabilities } from './capabilities.tsx';

/** Everything a connector is made of, in words: the page's facts and, with the rest, its configuration. */
export function connectorFacts(connector: Connector): SummaryItem[] {
  return [
    { label: 'Description', value: connector.description && <bdi>{connector.description}</bdi> },
    ...cloudFacts(connector),
    { label: 'Capabilities', value: <Capabilities of={connector.capabilities} wrap /> },
    { label: 'Remediation', value: onOff(connector.remediation) },
    { label: 'Created by', value: connector.createdBy && <bdi>{connector.createdBy}</bdi> },
  ];
}

/** How members are made. */
export function memberFacts(connector: Connector): SummaryItem[] {
  return [
    { label: 'Prefix of member names', value: connector.memberPrefix && <bdi>{connector.memberPrefix}</bdi> },
    {
      label: connector.cloud === 'azure' ? 'Create for new subscriptions' : 'Create for new accounts',
      value: onOff(connector.createForNewAccounts),
    },
    {
      label: connector.cloud === 'azure' ? 'Disable for deleted groups' : 'Disable for deleted units',
      value: onOff(connector.disableForDeleted),
    },
    {
      label: 'Activated modules',
      value: connector.activation && <Pills of={activated(connector.activation)} />,
    },
    { label: 'Tag ids', value: connector.tagIds.join(', '), mono: true },
  ];
}

function cloudFacts(connector: Connector): SummaryItem[] {
  if (connector.cloud === 'azure') {
    return [
      { label: 'Tenant ID', value: connector.tenantId, mono: true },
      { label: 'Tenant name', value: connector.tenantName && <bdi>{connector.tenantName}</bdi> },
      { label: 'Application ID', value: connector.applicationId, mono: true },
      { label: 'Secret expires', value: connector.secretExpiresOn && dayText(connector.secretExpiresOn) },
    ];
  }
  return [
    { label: 'Organization id', value: connector.organizationId, mono: true },
    { label: 'Role', value: connector.roleArn ?? <NotReported />, mono: connector.roleArn !== null },
    {
      label: 'Account that assumes the role',
      value: connector.baseAccountId ?? <NotReported />,
      mono: connector.baseAccountId !== null,
    },
    { label: 'Perimeter scan', value: onOff(connector.perimeterScan) ?? <NotReported /> },
  ];
}

/** The gateway's AWS detail leaves it out: what was entered through this console is known, and nothing else. */
function NotReported() {
  return <span className="text-ink-3">not reported by the gateway</span>;
}

/** What the console asks for and has no answer to yet; a dash means that there is none. */
export function NotRead() {
  return <span className="text-ink-3">not read yet</span>;
}

function Pills({ of }: { of: readonly string[] }) {
  if (of.length === 0) return 'None';
  return (
    <span className="inline-flex flex-wrap gap-1">
      {of.map((one) => (
        <Pill key={one}>{one}</Pill>
      ))}
    </span>
  );
}

function activated({ vm, pc, sca, certView }: Activation): string[] {
  return [vm && 'VM', pc && 'PC', sca && 'SCA', certView && 'CertView'].filter((one) => one !== false);
}

function onOff(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'On' : 'Off';
}
