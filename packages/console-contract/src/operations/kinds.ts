/**
 * Every kind of change, once. The union of kinds, the endpoints, buttons, words, the reasons why a change makes no sense now, and the
 * filter of the activity derive from this table. What the console does for a kind is one file of `apps/bff/src/operations/kinds`.
 */
import * as z from 'zod/mini';
import type { Capability } from '../capabilities.ts';
import { MemberName } from '../connectors/cloud-ids.ts';
import { type ConnectorSummary, hasJobUnderWay } from '../connectors/reading.ts';
import { ConnectorId } from '../values.ts';

/** Why a change of a connector makes no sense now. */
export const WhyNot = z.enum(['already', 'disabled', 'job-under-way']);
export type WhyNot = z.output<typeof WhyNot>;

/** What a precondition looks at. What the console does not know (`null`) hinders nothing: the gateway decides. */
export type Changeable = Pick<ConnectorSummary, 'enabled' | 'state' | 'lastSync'>;

export type KindOfChange = {
  access: Capability;
  /** The title of its operation, completed by the name of the connector: "Creating Contoso". */
  title: string;
  /** On its button, with an `s` where it tells what a bulk does. */
  verb: string;
  /** What the connector is afterwards: completes "It is … already" and "It would be …". */
  past: string;
  /** Its last step: once the gateway has said so; found by reading; and not found. */
  steps: { done: string; found: string; absent: string };
  /** How it is asked for, of one connector that is there; `path` follows the connector's own. Creating and editing have one per cloud. */
  endpoint?: { summary: string; path: string; body: Record<string, z.ZodMiniType> };
  /** It has a button wherever connectors are shown, and can be asked for of many as one operation. */
  bulk?: true;
  /** It destroys: the user types the connector's name, or how many connectors they are. */
  confirmed?: true;
  /** The gateway's yes means only that a job begins: how it goes is the connector's own state. */
  startsJob?: true;
  /** `null` when it makes sense. */
  whyNot?: (connector: Changeable) => WhyNot | null;
};

const table = {
  'create-connector': {
    access: 'connectors.onboard',
    title: 'Creating',
    verb: 'Create',
    past: 'created',
    steps: { done: 'The gateway created it', found: 'it was created', absent: 'it was not created' },
  },
  'edit-connector': {
    access: 'connectors.change',
    title: 'Editing',
    verb: 'Edit',
    past: 'changed',
    steps: { done: 'The gateway changed it', found: 'it was changed', absent: 'it was not changed' },
  },
  'run-connector': {
    access: 'connectors.change',
    title: 'Run of',
    verb: 'Run',
    past: 'started',
    steps: { done: 'The gateway accepted the run', found: 'the run began', absent: 'it did not run' },
    endpoint: { summary: 'Run a connector now (an operation)', path: '/run', body: {} },
    bulk: true,
    startsJob: true,
    whyNot: (connector) => {
      if (connector.enabled === false) return 'disabled';
      return hasJobUnderWay(connector) ? 'job-under-way' : null;
    },
  },
  'enable-connector': {
    access: 'connectors.change',
    title: 'Enabling',
    verb: 'Enable',
    past: 'enabled',
    steps: { done: 'It is enabled', found: 'it is enabled', absent: 'it is still disabled' },
    endpoint: { summary: 'Enable a connector (an operation)', path: '/enable', body: {} },
    bulk: true,
    whyNot: ({ enabled }) => (enabled === true ? 'already' : null),
  },
  'disable-connector': {
    access: 'connectors.change',
    title: 'Disabling',
    verb: 'Disable',
    past: 'disabled',
    steps: { done: 'It is disabled', found: 'it is disabled', absent: 'it is still enabled' },
    endpoint: { summary: 'Disable a connector (an operation)', path: '/disable', body: {} },
    bulk: true,
    whyNot: ({ enabled }) => (enabled === false ? 'already' : null),
  },
  'delete-connector': {
    access: 'connectors.change',
    title: 'Deleting',
    verb: 'Delete',
    past: 'deleted',
    steps: { done: 'It is deleted', found: 'it is deleted', absent: 'it is still there' },
    endpoint: {
      summary: 'Delete a connector (an operation); its name must be repeated',
      path: '/delete',
      body: { name: z.string() },
    },
    bulk: true,
    confirmed: true,
  },
  'attach-member': {
    access: 'connectors.change',
    title: 'Attaching a member to',
    verb: 'Attach',
    past: 'attached',
    steps: {
      done: 'The member is attached',
      found: 'the member is attached',
      absent: 'the member is not attached',
    },
    endpoint: {
      summary: 'Attach a member to a connector (an operation)',
      path: '/members/attach',
      body: { member: MemberName },
    },
  },
  'detach-members': {
    access: 'connectors.change',
    title: 'Detaching members from',
    verb: 'Detach',
    past: 'detached',
    steps: {
      done: 'The members are detached and run on their own',
      found: 'the members are detached',
      absent: 'some members are still attached',
    },
    endpoint: {
      summary: 'Detach members, which then run on their own (an operation); on AWS one at a time',
      path: '/members/detach',
      body: { members: z.array(ConnectorId).check(z.minLength(1), z.maxLength(200)) },
    },
  },
} as const satisfies Record<string, KindOfChange>;

type Table = typeof table;

/** The change of one connector. */
export type ChangeKind = keyof Table;
type KindWith<Columns> = { [Kind in ChangeKind]: Table[Kind] extends Columns ? Kind : never }[ChangeKind];
/** A change of a connector that is there, asked for by its address. */
export type ConnectorChangeKind = KindWith<{ endpoint: object }>;
/** A change that can be asked for of one connector and of many. */
export type ButtonKind = KindWith<{ bulk: true }>;
/** The parts of the body of a change, beside its key. */
export type ChangeBody<Kind extends ConnectorChangeKind> = Table[Kind]['endpoint']['body'];

/** In the order of the buttons: what destroys comes last. */
const changeKinds = Object.keys(table) as ChangeKind[];
export const connectorChangeKinds = changeKinds.filter(
  (kind): kind is ConnectorChangeKind => 'endpoint' in table[kind],
);
export const buttonKinds = changeKinds.filter((kind): kind is ButtonKind => 'bulk' in table[kind]);

/** The change of many connectors: `run-connectors` is `run-connector` of each. */
export const BulkKind = z.enum(buttonKinds.map((kind) => `${kind}s` as const));
export type BulkKind = z.output<typeof BulkKind>;

export const OperationKind = z.enum([...changeKinds, ...BulkKind.options]);
export type OperationKind = z.output<typeof OperationKind>;

/** What the change of many is for each of them. */
export function singleKindOf(kind: BulkKind): ButtonKind {
  const single = buttonKinds.find((one) => `${one}s` === kind);
  if (single === undefined) throw new Error(`${kind} is no change of many connectors.`);
  return single;
}

/** The row of the table; a bulk is told of as the change that it is for each connector. */
export function kindOf(kind: OperationKind): KindOfChange {
  const bulk = BulkKind.safeParse(kind);
  return table[bulk.success ? singleKindOf(bulk.data) : (kind as ChangeKind)];
}
