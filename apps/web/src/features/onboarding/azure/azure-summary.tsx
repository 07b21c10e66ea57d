import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import { indexOfStep } from '../wizard-steps.ts';
import { Doubtful, TestedAt, WizardSummary } from '../wizard-summary.tsx';
import { capabilitiesText, every } from '../words.ts';
import { type AzureWizardState, isScopeDoubtful } from './azure-state.ts';
import { activationText, groupsText } from './azure-words.ts';
import type { TestStanding } from './connection/test-standing.ts';

/** What will be created, as far as it is chosen. */
export function AzureSummary({ wizard, standing }: { wizard: AzureWizardState; standing: TestStanding }) {
  return <WizardSummary items={summaryOf(wizard, standing)} open={openThings(wizard)} />;
}

function summaryOf(wizard: AzureWizardState, standing: TestStanding): SummaryItem[] {
  const { values } = wizard;
  const seen = (step: 'members' | 'activation' | 'scope') => wizard.reached >= indexOfStep(step);
  return [
    { label: 'Name', value: values.name.trim() },
    { label: 'Tenant', value: values.tenantName.trim() },
    { label: 'Application', value: shortId(values.applicationId), mono: true },
    { label: 'Connection', value: <ConnectionWord standing={standing} /> },
    { label: 'Capabilities', value: capabilitiesText(values) },
    ...(values.remediation ? [{ label: 'Remediation', value: 'On' }] : []),
    ...(seen('scope') ? scopeItems(wizard) : []),
    ...(seen('members') ? [{ label: 'Member prefix', value: values.memberPrefix.trim() }] : []),
    ...(seen('members') ? [{ label: 'Runs', value: every(values.runEveryDays, 'day') }] : []),
    ...(seen('activation') ? [{ label: 'Activates', value: activationText(values) }] : []),
    ...(values.tagIds.length > 0 ? [{ label: 'Tags', value: values.tagIds.length }] : []),
  ];
}

function scopeItems(wizard: AzureWizardState): SummaryItem[] {
  const { included, excluded } = wizard.values.scope;
  const doubt = isScopeDoubtful(wizard);
  return [
    {
      label: 'Included',
      value: (
        <Doubtful doubt={doubt}>
          {included.length === 0 ? 'Whole tenant' : groupsText(included.length)}
        </Doubtful>
      ),
    },
    ...(excluded.length > 0 ? [{ label: 'Excluded', value: groupsText(excluded.length) }] : []),
  ];
}

function ConnectionWord({ standing }: { standing: TestStanding }) {
  switch (standing.state) {
    case 'passed':
      return <TestedAt at={standing.at} />;
    case 'failed':
      return <StatusBadge kind="bad">Failed</StatusBadge>;
    case 'untested':
      return <span className="text-ink-3">Not tested</span>;
    case 'left-alone':
      return <span className="text-ink-3">Not followed</span>;
    default:
      return <StatusBadge kind="busy">Testing</StatusBadge>;
  }
}

/** The first group of an id is enough to recognise it. */
function shortId(id: string): string {
  const trimmed = id.trim();
  return trimmed.length > 13 ? `${trimmed.slice(0, 8)}…` : trimmed;
}

function openThings({ values, reached }: AzureWizardState): string[] {
  return [
    ...(values.name.trim() === '' ? ['name'] : []),
    ...(values.tenantId.trim() === '' ? ['tenant'] : []),
    ...(reached < indexOfStep('scope') ? ['scope'] : []),
    ...(values.memberPrefix.trim() === '' ? ['member prefix'] : []),
    ...(reached < indexOfStep('members') ? ['frequencies'] : []),
    ...(reached < indexOfStep('activation') ? ['activation'] : []),
  ];
}
