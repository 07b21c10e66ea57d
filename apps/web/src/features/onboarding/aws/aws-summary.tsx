import { awsFields } from '@console/console-contract';
import { capital } from '../../../ui/scope-picker/scope-labels.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import { indexOfStep } from '../wizard-steps.ts';
import { TestedAt, WizardSummary } from '../wizard-summary.tsx';
import { capabilitiesText, clipped, every } from '../words.ts';
import { accountOfRole } from './aws-draft.ts';
import type { AwsForm } from './aws-form.ts';
import type { AwsWizardState } from './aws-state.ts';
import { partitionText } from './aws-words.ts';
import type { TestStanding } from './connection/organization-test.ts';
import { useInScopeText, useOrganization } from './organization-scope.ts';

/** What will be created, as far as it is chosen. */
export function AwsSummary({ form }: { form: Pick<AwsForm, 'address' | 'wizard' | 'testing'> }) {
  const { wizard, testing } = form;
  const { organization } = useOrganization(form, { read: false });
  const inScope = useInScopeText(wizard.values.scope, organization);
  return <WizardSummary items={summaryOf(wizard, testing.standing, inScope)} open={openThings(wizard)} />;
}

function summaryOf(
  { values, reached }: AwsWizardState,
  standing: TestStanding,
  inScope: string,
): SummaryItem[] {
  const seen = (step: 'organization' | 'members' | 'activation' | 'scope') => reached >= indexOfStep(step);
  return [
    { label: 'Name', value: clipped(values.name, awsFields.name.longest) },
    ...(seen('organization') ? [{ label: 'Partition', value: partitionText(values) }] : []),
    { label: 'Account of the role', value: accountOfRole(values.roleArn), mono: true },
    { label: 'Root', value: values.rootId.trim(), mono: true },
    { label: 'Connection', value: <ConnectionWord standing={standing} /> },
    { label: 'Capabilities', value: capabilitiesText(values) },
    ...(values.remediation ? [{ label: 'Remediation', value: 'On' }] : []),
    ...(seen('scope') ? [{ label: 'In scope', value: capital(inScope) }] : []),
    ...(seen('members')
      ? [{ label: 'Member prefix', value: clipped(values.memberPrefix, awsFields.memberPrefix.longest) }]
      : []),
    ...(seen('members') ? [{ label: 'Runs', value: every(values.runEveryHours, 'hour') }] : []),
    ...(seen('members') && values.perimeterScan ? [{ label: 'Perimeter scan', value: 'On' }] : []),
    ...(seen('activation') ? [{ label: 'Activates', value: values.activateVm ? 'VM' : 'Nothing' }] : []),
    ...(values.tagIds.length > 0 ? [{ label: 'Tags', value: values.tagIds.length }] : []),
  ];
}

function ConnectionWord({ standing }: { standing: TestStanding }) {
  switch (standing.state) {
    case 'passed':
      return <TestedAt at={standing.at} />;
    case 'failed':
      return <StatusBadge kind="bad">Failed</StatusBadge>;
    case 'asking':
      return <StatusBadge kind="busy">Testing</StatusBadge>;
    case 'stale':
      return <StatusBadge kind="warn">Test again</StatusBadge>;
    case 'untested':
      return <span className="text-ink-3">Not tested yet</span>;
  }
}

function openThings({ values, reached }: AwsWizardState): string[] {
  return [
    ...(values.name.trim() === '' ? ['name'] : []),
    ...(values.roleArn.trim() === '' ? ['role'] : []),
    ...(values.rootId.trim() === '' ? ['root'] : []),
    ...(reached < indexOfStep('scope') ? ['scope'] : []),
    ...(values.memberPrefix.trim() === '' ? ['member prefix'] : []),
    ...(reached < indexOfStep('members') ? ['regions', 'frequencies'] : []),
    ...(reached < indexOfStep('activation') ? ['activation'] : []),
  ];
}
