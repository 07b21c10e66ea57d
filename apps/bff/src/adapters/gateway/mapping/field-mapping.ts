/** How a field of the console is sent and how the gateway tells it: the form of both clouds' tables, and the rows they share. */
import type { AwsConnector, AzureConnector, Scope } from '@console/console-contract';
import type { AwsConnectorDetail, AzureConnectorDetail } from '@console/gateway-contract';
import type { Unreported } from '../../../ports/connector-gateway.ts';
import { frequencyAfter, isPosture } from './kept-fields.ts';
import { toWireId } from './wire-ids.ts';

/** The gateway's answer as it came, and as a connector of the console. */
export type Answered = {
  connector: AzureConnector | AwsConnector;
  detail: AzureConnectorDetail | AwsConnectorDetail;
};
/** `unreported` is what an edit found: what no form shows stays as it is. */
export type Beside = { unreported: Unreported | null };

/** A row for every field; what only the console knows is written as nothing. `read` answers `null` where the gateway is silent. */
export type FieldMapping<Spec, Reported, Body, Written extends Beside, Read extends Answered> = {
  readonly [Field in keyof Spec & keyof Reported]: {
    write: (value: Spec[Field], beside: Written) => Partial<Body>;
    read: (answered: Read) => Reported[Field];
  };
};

type Rows = Record<string, { write: (...values: never[]) => object; read: (...values: never[]) => unknown }>;
type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Everything that the rows write, together: a field of the body that no row writes is missing in its type. */
export function written<Mapping extends Rows>(mapping: Mapping, spec: object, beside: Beside) {
  const parts = Object.entries(mapping).map(([field, { write }]) =>
    // Each row takes the value of its own field.
    (write as (value: unknown, beside: Beside) => object)(Reflect.get(spec, field), beside),
  );
  return Object.assign({}, ...parts) as AllOf<ReturnType<Mapping[keyof Mapping]['write']>>;
}

export function readBy<Mapping extends Rows>(mapping: Mapping, answered: Answered) {
  const values = Object.entries(mapping).map(([field, { read }]) => [
    field,
    (read as (answered: Answered) => unknown)(answered),
  ]);
  return Object.fromEntries(values) as { [Field in keyof Mapping]: ReturnType<Mapping[Field]['read']> };
}

/** Fields that both clouds send and tell alike. */
export const sharedRows = {
  name: { write: (name: string) => ({ name }), read: ({ connector }: Answered) => connector.name },
  remediation: {
    write: (isRemediationEnabled: boolean) => ({ isRemediationEnabled }),
    read: ({ connector }: Answered) => connector.remediation,
  },
  scope: {
    write: ({ included, excluded }: Scope) => ({ includedMem: [...included], excludedMem: [...excluded] }),
    read: ({ connector }: Answered) => connector.scope,
  },
  memberPrefix: {
    write: (connectorPrefixName: string) => ({ connectorPrefixName }),
    read: ({ connector }: Answered) => connector.memberPrefix || null,
  },
  tagIds: {
    write: (ids: readonly string[]) => ({ defaultTagIds: ids.map(toWireId) }),
    read: ({ connector }: Answered) => connector.tagIds,
  },
};

export function isPostureReported({ detail }: Answered): boolean {
  const { connectorAppInfos, connectorCapabilities } = detail;
  return [...connectorAppInfos.map((app) => app.name), ...connectorCapabilities].some(isPosture);
}

/** The two frequencies, in a cloud's unit of so many minutes and up to the most that a form offers. */
export function frequencyRows(minutes: number, most: number) {
  return {
    connector: {
      write: (asked: number, { unreported }: Beside) => ({
        orgRunFrequency: frequencyAfter(unreported?.runEvery, asked, minutes),
      }),
      read: ({ connector }: Answered) => inUnits(connector.runEvery, minutes, most),
    },
    members: {
      write: (asked: number, { unreported }: Beside) => ({
        connectorRunFrequency: frequencyAfter(unreported?.memberRunEvery, asked, minutes),
      }),
      read: ({ connector }: Answered) => inUnits(connector.memberRunEvery, minutes, most),
    },
  };
}

export function unreportedOf({ detail }: Answered): Unreported {
  const { connectorAppInfos, autoActivateCV, orgRunFrequency, connectorRunFrequency } = detail;
  return {
    apps: connectorAppInfos.map(({ name, identifier, tagId }) => ({ name, identifier, tagId })),
    autoActivateCV,
    runEvery: orgRunFrequency,
    memberRunEvery: connectorRunFrequency,
  };
}

/** Rounded up, as the gateway does; `null` for what a form cannot offer, so that a person chooses. */
function inUnits(reported: number | null, minutes: number, most: number): number | null {
  const units = reported === null ? 0 : Math.ceil(reported / minutes);
  return units >= 1 && units <= most ? units : null;
}
