import { azureFields } from '@console/console-contract';
import { capital } from '../../../ui/scope-picker/scope-labels.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import { indexOfStep } from '../wizard-steps.ts';
import { Doubtful, TestedAt, WizardSummary } from '../wizard-summary.tsx';
import { capabilitiesText, clipped, every } from '../words.ts';
import type { AzureForm } from './azure-form.ts';
import { type AzureWizardState, isScopeDoubtful } from './azure-state.ts';
import { activationText } from './azure-words.ts';
import type { TestStanding } from './connection/test-standing.ts';
import { useInScopeText, useTenantGroups } from './tenant-scope.ts';

/** What will be created, as far as it is chosen. */
export function AzureSummary({ form }: { form: Pick<AzureForm, 'address' | 'wizard' | 'testing'> }) {
  const { wizard, testing } = form;
  const { units } = useTenantGroups(form, { read: false });
  const inScope = useInScopeText(wizard.values.scope, units);
  return <WizardSummary items={summaryOf(wizard, testing.standing, inScope)} open={openThings(wizard)} />;
}

function summaryOf(wizard: AzureWizardState, standing: TestStanding, inScope: string): SummaryItem[] {
  const { values } = wizard;
  const seen = (step: 'members' | 'activation' | 'scope') => wizard.reached >= indexOfStep(step);
  return [
    { label: 'Name', value: clipped(values.name, azureFields.name.longest) },
    { label: 'Tenant', value: values.tenantName.trim() },
    { label: 'Application', value: shortId(values.applicationId), mono: true },
    { label: 'Connection', value: <ConnectionWord standing={standing} /> },
    { label: 'Capabilities', value: capabilitiesText(values) },
    ...(values.remediation ? [{ label: 'Remediation', value: 'On' }] : []),
    ...(seen('scope') ? [scopeItem(wizard, inScope)] : []),
    ...(seen('members')
      ? [{ label: 'Member prefix', value: clipped(values.memberPrefix, azureFields.memberPrefix.longest) }]
      : []),
    ...(seen('members') ? [{ label: 'Runs', value: every(values.runEveryDays, 'day') }] : []),
    ...(seen('activation') ? [{ label: 'Activates', value: activationText(values) }] : []),
    ...(values.tagIds.length > 0 ? [{ label: 'Tags', value: values.tagIds.length }] : []),
  ];
}

function scopeItem(wizard: AzureWizardState, inScope: string): SummaryItem {
  const value = <Doubtful doubt={isScopeDoubtful(wizard)}>{capital(inScope)}</Doubtful>;
  return { label: 'In scope', value };
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
