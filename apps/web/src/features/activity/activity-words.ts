import {
  type Activity,
  type ActivityOperation,
  type ActivityOutcome,
  AwsStep,
  AzureStep,
  awsFields,
  awsWords,
  azureFields,
  azureWords,
  type FieldTable,
  type FieldWords,
  OperationKind,
  type OperationState,
} from '@console/console-contract';
import { doneWord, operationTitle, startsJob } from '../../shared/operations/kind-words.ts';
import { hasHappened } from '../../shared/operations/operation-queries.ts';
import type { StatusKind } from '../../ui/status/status-badge.tsx';

/** What is no operation, in words. The set grows: what is not here is called as the console calls it. */
const DEEDS: Record<string, string> = {
  'workspace.created': 'Workspace connected',
  'workspace.changed': 'Workspace changed',
  'session.started': 'Signed in',
  'session.refused': 'Sign-in refused',
  'session.ended': 'Signed out elsewhere',
  'password.changed': 'Password changed',
  'password.refused': 'Password change refused',
  'person.created': 'Person added',
};

/** Everything that the console records. */
const KINDS: readonly string[] = [...OperationKind.options, ...Object.keys(DEEDS)];

/** "delete-connector" and "session.refused" begin with these. */
const FIRST_WORDS = [...new Set(KINDS.map((kind) => kind.replace(/[.-].*/, '')))];

/** What the filter suggests: a first word, for every kind that begins with it, or one kind alone. */
export const suggestedKinds: readonly string[] = [...FIRST_WORDS, ...KINDS];

/** The kinds that are meant by one, or by the first word of some, such as `delete`; none when it means nothing. */
export function kindsNamed(name: string): readonly string[] {
  return KINDS.includes(name) ? [name] : KINDS.filter((kind) => kind.replace(/[.-].*/, '') === name);
}

/** What was done, to what: "Run of Contoso", "Workspace changed: Production". */
export function entryTitle({ kind, subject, actor }: Pick<Activity, 'kind' | 'subject' | 'actor'>): string {
  const operation = OperationKind.safeParse(kind);
  if (operation.success) return operationTitle({ kind: operation.data, connectorName: subject });
  const deed = DEEDS[kind] ?? kind.replaceAll(/[.-]/g, ' ');
  // A refused sign-in has a digest for a subject, which tells a person nothing.
  return subject === actor || kind === 'session.refused' ? deed : `${deed}: ${subject}`;
}

type Look = { kind: StatusKind; word: string };

/** How it ended, or how far it is. */
export function outcomeLook({ kind, outcome, operation }: Activity): Look {
  if (operation?.reviewed) return OUTCOMES.reviewed;
  if (operation?.state === 'failed' && operation.items?.done)
    return { kind: 'warn', word: `Partly ${doneWord(kind)}` };
  if (operation)
    return startsJob(kind) && hasHappened(operation) ? lookOfRun(operation) : STATES[operation.state];
  return kind.endsWith('.refused') ? { kind: 'bad', word: 'Refused' } : OUTCOMES[outcome];
}

const STATES: Record<OperationState, Look> = {
  requested: { kind: 'queued', word: 'Requested' },
  sent: { kind: 'busy', word: 'Sent' },
  unknown: { kind: 'busy', word: 'Checking' },
  running: { kind: 'busy', word: 'Running' },
  paused: { kind: 'off', word: 'Paused' },
  succeeded: { kind: 'ok', word: 'Succeeded' },
  adopted: { kind: 'ok', word: 'Succeeded' },
  failed: { kind: 'bad', word: 'Failed' },
  absent: { kind: 'bad', word: 'Did not happen' },
  'needs-review': { kind: 'warn', word: 'Needs review' },
  cancelled: { kind: 'off', word: 'Cancelled' },
};

const OUTCOMES: Record<ActivityOutcome, Look> = {
  running: { kind: 'busy', word: 'Running' },
  succeeded: { kind: 'ok', word: 'Succeeded' },
  failed: { kind: 'bad', word: 'Failed' },
  'needs-review': { kind: 'warn', word: 'Needs review' },
  reviewed: { kind: 'off', word: 'Reviewed' },
  cancelled: { kind: 'off', word: 'Cancelled' },
};

/** The gateway took the run: how it ended is how its jobs did. */
function lookOfRun({ job, items }: ActivityOperation): Look {
  const jobs = items?.jobs;
  if (job?.state === 'running') return { kind: 'busy', word: 'Job running' };
  if (jobs && jobs.running > 0) return { kind: 'busy', word: 'Jobs running' };
  if (job?.state === 'errors' || (jobs && jobs.errors > 0)) return { kind: 'bad', word: 'With errors' };
  const isClean = job?.state === 'succeeded' || (jobs && jobs.unknown === 0);
  return isClean ? { kind: 'ok', word: 'Succeeded' } : { kind: 'queued', word: 'Started' };
}

/** What became known at a step of a change. */
export function stepWords(state: OperationState, kind: string): string {
  return (startsJob(kind) ? RUN_STEPS[state] : undefined) ?? STEPS[state];
}

const RUN_STEPS: Partial<Record<OperationState, string>> = {
  succeeded: 'Taken by the gateway, which runs the job',
  adopted: 'Found by reading: it was started',
};

const STEPS: Record<OperationState, string> = {
  requested: 'Asked for and recorded',
  sent: 'Sent to the gateway',
  unknown: 'No confirmation came: the gateway is read to find out what happened',
  running: 'Begun, one connector after the other',
  paused: 'Paused',
  succeeded: 'Confirmed by the gateway',
  adopted: 'Found by reading: it had happened',
  failed: 'Refused',
  absent: 'Not found by reading: it had not happened, trying again is safe',
  'needs-review': 'Reading could not tell what happened: needs review',
  cancelled: 'Cancelled: what was not sent stays as it was',
};

/** What the values of an entry are: what was asked for is not said to have happened before that is known. */
export function valuesTitle({ operation, outcome }: Pick<Activity, 'operation' | 'outcome'>): string {
  if (operation === null) return 'What was changed';
  switch (outcome) {
    case 'succeeded':
      return 'What was asked for, and done';
    case 'running':
      return 'What was asked for';
    case 'failed':
      return 'What was asked for, and did not happen as asked';
    case 'cancelled':
      return 'What was asked for, and was not sent';
    default:
      return 'What was asked for; whether it happened is not known';
  }
}

/** What a changed field is called. The set grows: "scope.included" and whatever is not here are spelled out as they are. */
export function fieldWords(field: string): string {
  const words = FIELDS.get(field);
  if (words !== undefined) return words;
  const spelled = field
    .replaceAll('.', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** In the order of the forms; what is in none of them comes last, as it came. */
export function inFieldOrder<Change extends { field: string }>(changes: readonly Change[]): Change[] {
  const placeOf = ({ field }: Change) => {
    const place = IN_ORDER.indexOf(field.replace(/\..*/, ''));
    return place < 0 ? IN_ORDER.length : place;
  };
  return changes.toSorted((one, other) => placeOf(one) - placeOf(other));
}

const IN_ORDER: readonly string[] = [
  ...placed(azureFields, AzureStep.options),
  ...placed(awsFields, AwsStep.options),
]
  .toSorted((one, other) => one.step - other.step)
  .map(({ field }) => field);

function placed(fields: FieldTable, steps: readonly string[]) {
  return Object.entries(fields).map(([field, { step }]) => ({ field, step: steps.indexOf(step) }));
}

/** A scope is told list by list and the modules one by one: they are called by their own names. */
const REPORTED_IN_PARTS: readonly string[] = ['scope', 'activation'];

const FIELDS: ReadonlyMap<string, string> = new Map([
  ...[azureWords, awsWords].flatMap(wordsOf).filter(([field]) => !REPORTED_IN_PARTS.includes(field)),
  ['activation.vm', 'Activates VM'],
  ['activation.pc', 'Activates PC'],
  ['activation.sca', 'Activates SCA'],
  ['activation.certView', 'Activates CertView'],
  ['member', 'Member to attach'],
  ['members', 'Members to detach'],
  ['runNow', 'Run at once'],
]);

function wordsOf(fields: Readonly<Record<string, FieldWords>>): [string, string][] {
  return Object.entries(fields).map(([field, { label, row, activity }]) => [field, activity ?? row ?? label]);
}
