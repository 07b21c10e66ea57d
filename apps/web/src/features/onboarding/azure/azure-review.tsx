import { azureFields } from '@console/console-contract';
import { dayText } from '../../../shared/day-text.ts';
import { capital } from '../../../ui/scope-picker/scope-labels.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import type { ReviewGroup } from '../review/review-frame.tsx';
import { capabilitiesText, clipped, every, namesText } from '../words.ts';
import type { AzureWizardState } from './azure-state.ts';
import { activationText } from './azure-words.ts';
import { resultOf, type TestStanding } from './connection/test-standing.ts';

/** Every value of the connector under the step that chose it. */
export function reviewGroups(
  wizard: AzureWizardState,
  standing: TestStanding,
  inScope: string,
): ReviewGroup[] {
  const { values } = wizard;
  return [
    {
      step: 'basics',
      items: [
        { label: 'Name', value: clipped(values.name, azureFields.name.longest) },
        { label: 'Description', value: values.description.trim() },
        { label: 'Capabilities', value: capabilitiesText(values) },
        { label: 'Remediation', value: values.remediation ? 'On: needs write permissions' : 'Off' },
      ],
    },
    { step: 'tenant', items: tenantItems(wizard, standing) },
    { step: 'scope', items: scopeItems(wizard, inScope) },
    {
      step: 'members',
      items: [
        { label: 'Member prefix', value: clipped(values.memberPrefix, azureFields.memberPrefix.longest) },
        { label: 'New subscriptions', value: values.createForNewAccounts ? 'Get a member' : 'Are left out' },
        {
          label: 'Deleted groups',
          value: values.disableForDeleted ? 'Members are disabled' : 'Members stay on',
        },
        { label: 'Looks for subscriptions', value: every(values.runEveryDays, 'day') },
        { label: 'Runs each member', value: every(values.memberRunEveryDays, 'day') },
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

function tenantItems({ values, secret }: AzureWizardState, standing: TestStanding): SummaryItem[] {
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

function scopeItems({ values }: AzureWizardState, inScope: string): SummaryItem[] {
  const { included, excluded } = values.scope;
  return [
    { label: 'In scope', value: capital(inScope) },
    ...(included.length > 0 ? [{ label: 'Included groups', value: namesText(included) }] : []),
    ...(excluded.length > 0 ? [{ label: 'Excluded groups', value: namesText(excluded) }] : []),
  ];
}
