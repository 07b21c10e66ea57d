import { awsFields } from '@console/console-contract';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { SummaryItem } from '../../../ui/summary-list.tsx';
import type { ReviewGroup } from '../review/review-frame.tsx';
import { capabilitiesText, clipped, every } from '../words.ts';
import type { AwsWizardState } from './aws-state.ts';
import { endOf, partitionText, regionsText } from './aws-words.ts';
import type { TestStanding } from './connection/organization-test.ts';

/** Every value of the connector under the step that chose it; its scope as told by the tree. */
export function reviewGroups(
  { values }: AwsWizardState,
  standing: TestStanding,
  scope: readonly SummaryItem[],
): ReviewGroup[] {
  return [
    {
      step: 'basics',
      items: [
        { label: 'Name', value: clipped(values.name, awsFields.name.longest) },
        { label: 'Capabilities', value: capabilitiesText(values) },
        { label: 'Remediation', value: values.remediation ? 'On: needs write permissions' : 'Off' },
      ],
    },
    {
      step: 'organization',
      items: [
        { label: 'Partition', value: partitionText(values) },
        { label: 'Account that assumes the role', value: values.baseAccountId.trim(), mono: true },
        { label: 'Role', value: values.roleArn.trim(), mono: true },
        { label: 'External ID', value: endOf(values.externalId) },
        { label: 'Member external ID', value: memberIdText(values) },
        { label: 'Root', value: values.rootId.trim(), mono: true },
        { label: 'Connection', value: connectionOf(standing) },
      ],
    },
    { step: 'scope', items: [...scope] },
    {
      step: 'members',
      items: [
        { label: 'Member prefix', value: clipped(values.memberPrefix, awsFields.memberPrefix.longest) },
        { label: 'Regions', value: regionsText(values) },
        { label: 'Perimeter scan', value: values.perimeterScan ? 'On' : 'Off' },
        { label: 'Looks for accounts', value: every(values.runEveryHours, 'hour') },
        { label: 'Runs each member', value: every(values.memberRunEveryHours, 'hour') },
      ],
    },
    {
      step: 'activation',
      items: [
        { label: 'Activates', value: values.activateVm ? 'VM' : 'Nothing' },
        { label: 'Tag IDs', value: values.tagIds.join(', '), mono: true },
      ],
    },
  ];
}

function memberIdText({ externalId, memberExternalId }: AwsWizardState['values']): string {
  const same = externalId.trim() === memberExternalId.trim();
  return same ? 'The same as above' : endOf(memberExternalId);
}

function connectionOf(standing: TestStanding) {
  if (standing.state === 'passed') return <StatusBadge kind="ok">Tested</StatusBadge>;
  return <StatusBadge kind="warn">To be tested</StatusBadge>;
}
