/** The AWS wizard and editor: what they have of their own. */
import { AwsStep, awsFields, connectorChangeEndpoints } from '@console/console-contract';
import { call } from '../../../shared/console/console-client.ts';
import { trimmed } from '../field-values.ts';
import { TagIdsField } from '../fields/tag-ids-field.tsx';
import type { CloudWizard, Control, ReviewRow } from '../wizard/cloud-wizard.ts';
import { every } from '../words.ts';
import * as controls from './aws-controls.tsx';
import { accountOfRole, initialAwsValues, specIn, toSpec } from './aws-draft.ts';
import { credentialChanges, problemsOfEdit, savingOf } from './aws-edit.ts';
import type { AwsKind } from './aws-form.ts';
import { beginWizard, isTested, reduceWizard, wizardProblems } from './aws-state.ts';
import { endOf, memberIdText, partitionText, regionsText, scopeText } from './aws-words.ts';
import { ConnectionGate } from './connection/connection-gate.tsx';
import { ConnectionPanel } from './connection/connection-test-panel.tsx';
import { connectionBadge, connectionWord } from './connection/connection-words.tsx';
import { connectionState, testOrBlame } from './connection/test-or-blame.ts';
import { useOrganizationTest } from './connection/use-organization-test.ts';
import { ExternalIdFields } from './external-id-fields.tsx';
import { NoUnits, OrganizationNotices, unitNames } from './organization-parts.tsx';
import { useOrganizationSource, useUnitNaming } from './organization-scope.ts';

type Field = keyof typeof awsFields;

export const aws: CloudWizard<AwsKind> = {
  cloud: 'aws',
  title: 'New AWS connector',
  notCopied: 'The external IDs are not copied, and the connection has not been tested yet.',
  initial: initialAwsValues,
  valuesIn: (draft) => (draft.cloud === 'aws' ? draft.values : undefined),
  openedIn: (editing) => (editing.cloud === 'aws' ? editing : undefined),
  contentOf: (step, values) => ({ cloud: 'aws', step: AwsStep.parse(step), values }),
  comparedOf: (values) => trimmed(specIn(values)),
  staying: ({ externalId, memberExternalId }) => ({ externalId, memberExternalId }),

  begin: beginWizard,
  beginEdit: (values) => beginWizard({ step: 'review', values }),
  reduce: reduceWizard,
  problemsOf: wizardProblems,
  problemsOfEdit,
  // While something else is missing, that the connection is not tested goes without saying.
  shown: (problems, { isEdit }) =>
    problems.length > 1 && !isEdit ? problems.filter(({ field }) => field !== 'connection') : problems,

  useTesting: useOrganizationTest,
  connection: { step: 'organization', optional: false, stateOf: connectionState, test: testOrBlame },
  gate: { step: 'organization', isOpen: isTested, Closed: ConnectionGate },

  besideValues: () => [],
  create:
    ({ values }, workspace) =>
    (asked) =>
      call(connectorChangeEndpoints.createAwsConnector, {
        params: { workspace },
        body: {
          ...asked,
          spec: toSpec(values),
          externalId: values.externalId.trim(),
          memberExternalId: values.memberExternalId.trim(),
        },
      }),
  save: savingOf,
  credentialChanges,
  // What becomes of the ids says a sentence of its own.
  sentAgain: () => [],

  controls: {
    cspm: controls.Capabilities,
    remediation: null,
    partition: controls.Partition,
    externalId: ExternalIdFields,
    memberExternalId: null,
    rootId: controls.Root,
    roleArn: controls.Role,
    memberPrefix: controls.MemberPrefix,
    allRegions: controls.Regions,
    allPostureRegions: null,
    perimeterScan: controls.PerimeterScan,
    runEveryHours: controls.Frequencies,
    memberRunEveryHours: null,
    activateVm: controls.Activation,
    tagIds: TagIdsField,
  } satisfies Partial<Record<Field, Control<AwsKind>>>,
  after: { organization: ConnectionPanel },
  scope: {
    useSource: useOrganizationSource,
    textOf: scopeText,
    Unknown: NoUnits,
    Notices: OrganizationNotices,
    canBeRead: ({ rootId }) => rootId.trim() !== '',
    meaning: {
      included: 'Only what is included is read. Include the root to widen it again.',
      everything:
        'As long as the root alone is included, every account is read. Include units to read only those; exclude units to leave them out. Account IDs can be pasted too.',
    },
    reading: 'Reading organizational units',
    useNaming: useUnitNaming,
    namesOf: unitNames,
    labels: { included: 'Included', excluded: 'Excluded' },
  },
  review: {
    rows: {
      partition: ({ wizard }) => ({ label: 'Partition', value: partitionText(wizard.values) }),
      externalId: ({ wizard }) => ({ label: 'External ID', value: endOf(wizard.values.externalId) }),
      memberExternalId: ({ wizard }) => ({ label: 'Member external ID', value: memberIdText(wizard.values) }),
      allRegions: ({ wizard }) => ({ label: 'Regions', value: regionsText(wizard.values) }),
      allPostureRegions: null,
      activateVm: ({ wizard }) => ({
        label: 'Activates',
        value: wizard.values.activateVm ? 'VM' : 'Nothing',
      }),
    } satisfies Partial<Record<Field, ReviewRow<AwsKind>>>,
    connection: ({ testing }) => connectionBadge(testing.standing),
    firstRun: 'The first run reads the organization and makes the members.',
  },
  summary: {
    whose: ({ wizard: { values, reached } }) => [
      ...(reached >= secondStep ? [{ label: 'Partition', value: partitionText(values) }] : []),
      { label: 'Account of the role', value: accountOfRole(values.roleArn), mono: true },
      { label: 'Root', value: values.rootId.trim(), mono: true },
    ],
    connection: ({ testing }) => connectionWord(testing.standing),
    members: ({ runEveryHours, perimeterScan }) => [
      { label: 'Runs', value: every(runEveryHours, 'hour') },
      ...(perimeterScan ? [{ label: 'Perimeter scan', value: 'On' }] : []),
    ],
    activates: ({ activateVm }) => (activateVm ? 'VM' : 'Nothing'),
    missing: ({ roleArn, rootId }) => [
      ...(roleArn.trim() === '' ? ['role'] : []),
      ...(rootId.trim() === '' ? ['root'] : []),
    ],
    ofMembers: ['regions', 'frequencies'],
  },
};

const secondStep = AwsStep.options.indexOf(awsFields.partition.step);
