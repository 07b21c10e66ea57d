/** What differs between the wizards and editors of the two clouds. `aws.ts` and `azure.ts` fill it in; everything else exists once. */
import type {
  AwsDraftValues,
  AzureDraftValues,
  Cloud,
  DraftContent,
  Editing,
  Operation,
  Scope,
} from '@console/console-contract';
import type { ComponentType, ReactNode } from 'react';
import type { NamedUnit } from '../../../shared/connectors/unit-names.tsx';
import type { SummaryItem } from '../../../ui/layout/summary-list.tsx';
import type { Asked, Creating } from '../creation/use-create-connector.ts';
import type { FieldProblem } from '../field-checks.ts';
import type { WizardAddress } from '../places.ts';
import type { ScopeSource } from '../scope/scope-source.ts';
import type { StepForm } from './step-form.ts';
import type { ConnectionState, ConnectionStep } from './use-advance.ts';
import type { WizardCore, WizardEvent } from './wizard-state.ts';
import type { WizardStep } from './wizard-steps.ts';

/** The types that a cloud has of its own. `own` is what its wizard remembers beside the values. */
export type Kind = {
  values: AzureDraftValues | AwsDraftValues;
  own: object;
  event: { type: string };
  testing: unknown;
  opened: Editing;
};

export type StateOf<Own extends Kind> = WizardCore<Own['values']> & Own['own'];
export type EventOf<Own extends Kind> = WizardEvent<Own['values']> | Own['event'];

/** What every part of a wizard or an editor draws from. */
export type FormOf<Own extends Kind> = Omit<StepForm<Own['values']>, 'wizard' | 'dispatch'> & {
  wizard: StateOf<Own>;
  dispatch: (event: EventOf<Own>) => void;
  testing: Own['testing'];
  /** The connector that is edited, as it was opened; absent for a new one. */
  basis?: Own['opened'] | undefined;
};

/** A part of the form; `null` for a field that is drawn with another one. */
export type Control<Own extends Kind> = ComponentType<{ form: FormOf<Own> }> | null;
/** A line of the review; `null` for a field that is told with another one. */
export type ReviewRow<Own extends Kind> = ((form: FormOf<Own>) => SummaryItem) | null;

type ShownAsked<Own extends Kind> = { step: WizardStep; testing: Own['testing']; isEdit: boolean };

export type CloudWizard<Own extends Kind> = {
  cloud: Cloud;
  title: string;
  /** What of a connector a copy of it has not. */
  notCopied: string;
  initial: Own['values'];
  valuesIn: (draft: DraftContent) => Own['values'] | undefined;
  openedIn: (editing: Editing) => Own['opened'] | undefined;
  contentOf: (step: WizardStep, values: Own['values']) => DraftContent;
  /** The values as an edit compares them: lines as they will be sent. */
  comparedOf: (values: Own['values']) => Own['opened']['values'];
  /** Of the values what stays in the form when those of a connector take its place. */
  staying: (values: Own['values']) => Partial<Own['values']>;

  begin: (
    draft: { step: WizardStep; values: Own['values'] } | null,
    place: { workspace: string; draft: string | null },
  ) => StateOf<Own>;
  beginEdit: (values: Own['values'], opened: Own['opened']) => StateOf<Own>;
  reduce: (wizard: StateOf<Own>, event: EventOf<Own>) => StateOf<Own>;
  problemsOf: (wizard: StateOf<Own>) => FieldProblem[];
  problemsOfEdit: (wizard: StateOf<Own>, basis: Own['opened']) => FieldProblem[];
  /** Of the problems of a step those that it shows, and what the last test refused. */
  shown: (problems: readonly FieldProblem[], asked: ShownAsked<Own>) => readonly FieldProblem[];

  useTesting: (
    address: WizardAddress,
    wizard: StateOf<Own>,
    dispatch: (event: EventOf<Own>) => void,
  ) => Own['testing'];
  /** The test of the connection, which *Continue* makes on its step. */
  connection: {
    step: WizardStep;
    optional: boolean;
    stateOf: (form: FormOf<Own>) => ConnectionState;
    test: (form: FormOf<Own>) => void;
  };
  /** The step whose test must succeed before those behind it open, and what stands in their place until then. */
  gate?: {
    step: WizardStep;
    isOpen: (wizard: StateOf<Own>) => boolean;
    Closed: ComponentType<{ form: FormOf<Own> }>;
  };

  /** Things of the page's memory that are sent beside the values, each of which keeps its identity until it changes. */
  besideValues: (wizard: StateOf<Own>) => readonly unknown[];
  /** Absent while a credential is missing. */
  create: (wizard: StateOf<Own>, workspace: string) => ((asked: Asked) => Promise<Operation>) | undefined;
  save: (
    wizard: StateOf<Own>,
    basis: Own['opened'],
    workspace: string,
  ) => (idempotencyKey: string) => Promise<Operation>;
  /** What saving does to what no field shows. */
  credentialChanges: (wizard: StateOf<Own>, basis: Own['opened']) => string[];
  /** Credentials that an edit sends once more without changing them, by the names of their fields. */
  sentAgain: (wizard: StateOf<Own>) => string[];
  /** Before the review says what is missing. */
  onBlame?: (form: FormOf<Own>) => void;

  /** Fields with a control of their own; all others are drawn as what they hold. */
  controls: Readonly<Record<string, Control<Own>>>;
  /** What a step has after its fields. */
  after: Partial<Record<WizardStep, ComponentType<{ form: FormOf<Own> }>>>;
  scope: {
    useSource: (form: FormOf<Own>, asked: { read: boolean }) => ScopeSource;
    textOf: (scope: Scope) => string;
    /** Why the choice may no longer fit, with the ways on. */
    Doubt?: ComponentType<{ form: FormOf<Own> }>;
    isDoubtful?: (wizard: StateOf<Own>) => boolean;
    /** In place of the picker where no unit is known. */
    Unknown: ComponentType<{ form: FormOf<Own> }>;
    /** Above the picker. */
    Notices: ComponentType<{ form: FormOf<Own>; source: ScopeSource }>;
    /** Whether the units can be read of the connector that is edited. */
    canBeRead: (values: Own['values']) => boolean;
    /** “Only what is included is read. …” */
    meaning: { included: string; everything: string };
    reading: string;
    /** What ids are called in an edit. */
    useNaming: (form: FormOf<Own>) => (ids: readonly string[]) => NamedUnit[];
    /** The chosen units as the review of a new connector names them. */
    namesOf: (ids: readonly string[], source: ScopeSource) => ReactNode;
    labels: { included: string; excluded: string };
  };
  review: {
    rows: Readonly<Record<string, ReviewRow<Own>>>;
    connection: (form: FormOf<Own>) => ReactNode;
    firstRun: string;
    /** What is asked for once more before creating. */
    Also?: ComponentType<{ form: FormOf<Own> }>;
    /** Problems whose field stands on the review itself. */
    isAskedThere?: (form: FormOf<Own>, problem: FieldProblem) => boolean;
  };
  summary: {
    /** Whose tenant or organization it is. */
    whose: (form: FormOf<Own>) => SummaryItem[];
    connection: (form: FormOf<Own>) => ReactNode;
    members: (values: Own['values']) => SummaryItem[];
    activates: (values: Own['values']) => string;
    /** What is still to be chosen: of the second step, and on the step of the members. */
    missing: (values: Own['values']) => string[];
    ofMembers: string[];
  };
};

/** The step of the connection as the way on sees it. */
export function connectionStepOf<Own extends Kind>(
  { connection }: CloudWizard<Own>,
  form: FormOf<Own>,
): ConnectionStep {
  const { step, optional, stateOf, test } = connection;
  return { step, optional, state: stateOf(form), test: () => test(form) };
}

export type ReviewProps<Own extends Kind> = {
  cloud: CloudWizard<Own>;
  form: FormOf<Own>;
  creating: Creating;
};
