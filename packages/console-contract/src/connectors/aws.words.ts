/** The words of an AWS connector's fields. */
import type { awsFields } from './aws.fields.ts';
import { type FieldWords, sharedWords } from './shared.words.ts';

export const awsWords = {
  ...sharedWords,
  name: {
    ...sharedWords.name,
    hint: 'How the connector appears in every list. Choose it to stay: the connection is tested under it.',
    hintOfExisting: sharedWords.name.hint,
  },
  partition: { label: 'Partition' },
  baseAccountId: {
    label: 'Account that assumes the role',
    hint: 'The AWS account that Qualys comes from: its own wizard for AWS connectors shows the number. If you have set up a base account of yours there, enter that one.',
    placeholder: '123456789012',
    inputMode: 'numeric',
    mono: true,
  },
  externalId: { label: 'External ID', mono: true },
  memberExternalId: { label: 'Member external ID', mono: true },
  rootId: {
    label: 'Root ID',
    hint: 'The root of the organization’s tree; it begins with r-. The command below shows it, run in the management account.',
    hintOfExisting: 'The root of the organization’s tree; it begins with r-.',
    row: 'Root',
    activity: 'Root ID',
    placeholder: 'r-a1b2',
    mono: true,
  },
  roleArn: {
    label: 'Role ARN',
    hint: 'The role in the organization’s management account.',
    row: 'Role',
    activity: 'Role ARN',
    mono: true,
  },
  scope: { label: 'Scope' },
  allRegions: {
    label: 'All regions for Asset Inventory',
    hint: 'Off, the gateway reads the regions it chooses by itself: single regions cannot be named here.',
  },
  allPostureRegions: {
    label: 'All regions for CSPM',
    hint: 'The same for cloud inventory and security assessment.',
  },
  perimeterScan: {
    label: 'Cloud perimeter scan',
    hint: 'Scans what can be reached from outside, by the platform’s global scan configuration. It needs Vulnerability Management and switches it on.',
    row: 'Perimeter scan',
  },
  runEveryHours: {
    label: 'Look for accounts',
    row: 'Looks for accounts',
    activity: 'Runs every (hours)',
    unit: 'hour',
  },
  memberRunEveryHours: {
    label: 'Run each member',
    row: 'Runs each member',
    activity: 'Members run every (hours)',
    unit: 'hour',
  },
  activateVm: { label: 'Activate for new assets', row: 'Activates VM' },
} as const satisfies Record<keyof typeof awsFields, FieldWords>;
