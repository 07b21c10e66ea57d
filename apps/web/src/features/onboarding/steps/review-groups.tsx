import type { AzureStep } from '@console/console-contract';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import { activationText, capabilitiesText, dayText, everyDays, scopeText } from '../azure-words.ts';
import type { TestStanding } from '../connection/test-standing.ts';
import { resultOf } from '../connection/test-standing.ts';
import type { Wizard } from '../wizard-state.ts';

/** Every value of the connector under the step that chose it. */
export function reviewGroups(
  wizard: Wizard,
  standing: TestStanding,
): { step: AzureStep; items: SummaryItem[] }[] {
  const { values } = wizard;
  return [
    {
      step: 'basics',
      items: [
        { label: 'Name', value: values.name.trim() },
        { label: 'Description', value: values.description.trim() },
        { label: 'Capabilities', value: capabilitiesText(values) },
        { label: 'Remediation', value: values.remediation ? 'On: needs write permissions' : 'Off' },
      ],
    },
    { step: 'tenant', items: tenantItems(wizard, standing) },
    { step: 'scope', items: scopeItems(wizard) },
    {
      step: 'members',
      items: [
        { label: 'Member prefix', value: values.memberPrefix.trim() },
        { label: 'New subscriptions', value: values.createForNewAccounts ? 'Get a member' : 'Are left out' },
        {
          label: 'Deleted subscriptions',
          value: values.disableForDeleted ? 'Members are disabled' : 'Members stay on',
        },
        { label: 'Looks for subscriptions', value: everyDays(values.runEveryDays) },
        { label: 'Runs each member', value: everyDays(values.memberRunEveryDays) },
      ],
    },
    {
      step: 'activation',
      items: [
        { label: 'Activates', value: activationText(values) },
        { label: 'Tag IDs', value: values.tagIds.join(', '), mono: true },
      ],
    },
  ];
}

function tenantItems({ values, secret }: Wizard, standing: TestStanding): SummaryItem[] {
  const day = values.secretExpiresOn;
  return [
    { label: 'Tenant ID', value: values.tenantId.trim(), mono: true },
    { label: 'Tenant name', value: values.tenantName.trim() },
    { label: 'Application ID', value: values.applicationId.trim(), mono: true },
    {
      label: 'Secret value',
      value: secret.state === 'given' ? 'Will be sent, not stored' : 'Still needed, see below',
    },
    {
      label: 'Secret expires on',
      value: day === null ? 'Not entered: no warning before it ends' : dayText(day),
    },
    { label: 'Connection', value: connectionOf(standing) },
  ];
}

function connectionOf(standing: TestStanding) {
  switch (standing.state) {
    case 'passed':
      return <StatusBadge kind="ok">Tested {resultOf(standing)}</StatusBadge>;
    case 'failed':
      return <StatusBadge kind="bad">The test failed: creating may fail too</StatusBadge>;
    case 'untested':
      return <StatusBadge kind="warn">Not tested in this visit</StatusBadge>;
    default:
      return <StatusBadge kind="busy">Test under way</StatusBadge>;
  }
}

const MOST_NAMES = 12;

function scopeItems({ values }: Wizard): SummaryItem[] {
  const { included, excluded } = values.scope;
  return [
    { label: 'Reads', value: scopeText(values) },
    ...(included.length > 0 ? [{ label: 'Included groups', value: namesText(included) }] : []),
    ...(excluded.length > 0 ? [{ label: 'Excluded groups', value: namesText(excluded) }] : []),
  ];
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${shown} and ${more.toLocaleString('en')} more` : shown;
}
