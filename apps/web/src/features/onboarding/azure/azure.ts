/** The Azure wizard and editor: what they have of their own. */
import { AzureStep, azureFields, connectorChangeEndpoints } from '@console/console-contract';
import { call } from '../../../shared/console/console-client.ts';
import { dayText } from '../../../shared/text/day-text.ts';
import { todayHere } from '../drafts/use-kept-draft.ts';
import { specPartOf, trimmed } from '../field-values.ts';
import { TagIdsField } from '../fields/tag-ids-field.tsx';
import type { CloudWizard, Control, ReviewRow } from '../wizard/cloud-wizard.ts';
import { focusField } from '../wizard/step-form.ts';
import { every, namesText } from '../words.ts';
import * as controls from './azure-controls.tsx';
import { initialAzureValues, tenantOf, toSpec } from './azure-draft.ts';
import { credentialChanges, problemsOfEdit, savingOf } from './azure-edit.ts';
import type { AzureKind } from './azure-form.ts';
import { beginWizard, isScopeDoubtful, reduceWizard, wizardProblems } from './azure-state.ts';
import { activationText, scopeText, shortId } from './azure-words.ts';
import { connectionBadge, connectionWord } from './connection/connection-words.tsx';
import { withRefusal } from './connection/refused-field.ts';
import { recallTest } from './connection/remembered-test.ts';
import { connectionState, testOrBlame } from './connection/test-or-blame.ts';
import { useConnectionTest } from './connection/use-connection-test.ts';
import { SecretAtReview, SecretFields } from './secret-field.tsx';
import { DoubtfulScope, GroupsUnknown, TenantNotices } from './tenant-parts.tsx';
import { groupsNamed, useTenantSource } from './tenant-scope.ts';

type Field = keyof typeof azureFields;

function secretSending(keepSecret: boolean): string {
  return keepSecret ? 'Will be sent, and kept sealed' : 'Will be sent, not kept';
}

export const azure: CloudWizard<AzureKind> = {
  cloud: 'azure',
  title: 'New Azure connector',
  notCopied: 'The secret is not copied, and the connection has not been tested with one yet.',
  initial: initialAzureValues,
  valuesIn: (draft) => (draft.cloud === 'azure' ? draft.values : undefined),
  openedIn: (editing) => (editing.cloud === 'azure' ? editing : undefined),
  contentOf: (step, values) => ({ cloud: 'azure', step: AzureStep.parse(step), values }),
  comparedOf: (values) => trimmed(specPartOf(azureFields, values)),
  staying: () => ({}),

  begin: (draft, place) => {
    const earlier = draft ? recallTest(place, tenantOf(draft.values)) : undefined;
    return beginWizard(draft, todayHere(), earlier);
  },
  beginEdit: (values, { secretKept }) => ({
    ...beginWizard({ step: 'review', values }, todayHere()),
    secret: { state: secretKept ? 'forgotten' : 'missing' },
    keepSecret: secretKept,
  }),
  reduce: reduceWizard,
  problemsOf: (wizard) => wizardProblems(wizard, todayHere()),
  problemsOfEdit,
  shown: (problems, { step, testing }) => withRefusal(problems, step, testing.standing),

  useTesting: useConnectionTest,

  connection: { step: 'tenant', optional: true, stateOf: connectionState, test: testOrBlame },

  besideValues: ({ secret, keepSecret }) => [secret, keepSecret],
  create: ({ values, secret, keepSecret }, workspace) => {
    if (secret.state !== 'given') return undefined;
    return (asked) =>
      call(connectorChangeEndpoints.createAzureConnector, {
        params: { workspace },
        body: { ...asked, spec: toSpec(values), secretValue: secret.value, keepSecret },
      });
  },
  save: savingOf,
  credentialChanges,
  sentAgain: ({ secret }) => (secret.state === 'given' ? ['secretValue'] : []),
  // The list of problems takes the focus, unless the secret alone is missing.
  onBlame: ({ dispatch, problems }) => {
    dispatch({ type: 'secret-wanted' });
    if (problems.every(({ field }) => field === 'secretValue')) focusField('secretValue');
  },

  controls: {
    description: controls.Description,
    cspm: controls.Capabilities,
    remediation: null,
    secretValue: SecretFields,
    secretExpiresOn: null,
    memberPrefix: controls.MemberPrefix,
    createForNewAccounts: controls.ComingAndGoing,
    disableForDeleted: null,
    runEveryDays: controls.Frequencies,
    memberRunEveryDays: null,
    activation: controls.Activation,
    tagIds: TagIdsField,
  } satisfies Partial<Record<Field, Control<AzureKind>>>,
  after: { tenant: controls.ConnectionPanel },
  scope: {
    useSource: useTenantSource,
    textOf: scopeText,
    Doubt: DoubtfulScope,
    isDoubtful: isScopeDoubtful,
    Unknown: GroupsUnknown,
    Notices: TenantNotices,
    canBeRead: () => true,
    meaning: {
      included: 'Only what is included is read. Include “Whole tenant” to widen it again.',
      everything:
        'As long as the whole tenant alone is included, every management group is read. Include groups to read only those; exclude groups to leave them out.',
    },
    reading: 'Reading management groups',
    useNaming: () => groupsNamed,
    namesOf: namesText,
    labels: { included: 'Included groups', excluded: 'Excluded groups' },
  },
  review: {
    rows: {
      secretValue: ({ wizard: { secret, keepSecret } }) => ({
        label: 'Secret value',
        value: secret.state === 'given' ? secretSending(keepSecret) : 'Still needed, see below',
      }),
      secretExpiresOn: ({ wizard: { values } }) => ({
        label: 'Secret expires on',
        value:
          values.secretExpiresOn === null
            ? 'Not entered: no warning before it ends'
            : dayText(values.secretExpiresOn),
      }),
      createForNewAccounts: ({ wizard: { values } }) => ({
        label: 'New subscriptions',
        value: values.createForNewAccounts ? 'Get a member' : 'Are left out',
      }),
      disableForDeleted: ({ wizard: { values } }) => ({
        label: 'Deleted groups',
        value: values.disableForDeleted ? 'Members are disabled' : 'Members stay on',
      }),
      activation: ({ wizard: { values } }) => ({ label: 'Activates', value: activationText(values) }),
    } satisfies Partial<Record<Field, ReviewRow<AzureKind>>>,
    connection: ({ testing }) => connectionBadge(testing.standing),
    firstRun: 'The first run reads the tenant and makes the members.',
    Also: SecretAtReview,
    isAskedThere: ({ wizard }, { field }) => field === 'secretValue' && wizard.secretAsked,
  },
  summary: {
    whose: ({ wizard: { values } }) => [
      { label: 'Tenant', value: values.tenantName.trim() },
      { label: 'Application', value: shortId(values.applicationId), mono: true },
    ],
    connection: ({ testing }) => connectionWord(testing.standing),
    members: ({ runEveryDays }) => [{ label: 'Runs', value: every(runEveryDays, 'day') }],
    activates: activationText,
    missing: ({ tenantId }) => (tenantId.trim() === '' ? ['tenant'] : []),
    ofMembers: ['frequencies'],
  },
};
