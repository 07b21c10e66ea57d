/** What a bulk does with each connector chosen, by the console's own snapshot: nothing is asked of the gateway. */
import {
  type BulkKind,
  type BulkPreview,
  type Cloud,
  type ConnectorSummary,
  hasJobUnderWay,
} from '@console/console-contract';
import type { OperationRequest } from '../tables.ts';

export type Chosen = { cloud: Cloud; id: string };
export type Plan = { will: ConnectorSummary[]; skipped: BulkPreview['skipped'] };

/** What is known of a workspace's connectors at this moment. */
export type Sight = {
  connectors: readonly ConnectorSummary[];
  /** Changes under way; `null` for a connector that is being created. */
  busy: readonly { cloud: Cloud; connectorId: string | null }[];
};

type SkipReason = BulkPreview['skipped'][number]['reason'];

export function planOf(kind: BulkKind, chosen: readonly Chosen[], { connectors, busy }: Sight): Plan {
  const known = new Map(connectors.map((connector) => [keyOf(connector), connector]));
  const taken = new Set(busy.map(({ cloud, connectorId }) => keyOf({ cloud, id: connectorId ?? '' })));
  const plan: Plan = { will: [], skipped: [] };
  for (const { cloud, id } of chosen) {
    const connector = known.get(keyOf({ cloud, id }));
    const reason = skipReason(kind, connector, taken.has(keyOf({ cloud, id })));
    if (connector !== undefined && reason === null) plan.will.push(connector);
    else plan.skipped.push({ cloud, id, name: connector?.name ?? null, reason: reason ?? 'not-here' });
  }
  return plan;
}

function skipReason(
  kind: BulkKind,
  connector: ConnectorSummary | undefined,
  taken: boolean,
): SkipReason | null {
  if (connector === undefined) return 'not-here';
  if (taken) return 'under-way';
  // What is not known is tried: the gateway tells.
  if (kind === 'run-connectors' && connector.enabled === false) return 'disabled';
  if (kind === 'run-connectors' && hasJobUnderWay(connector)) return 'job-under-way';
  if (kind === 'enable-connectors' && connector.enabled === true) return 'already';
  if (kind === 'disable-connectors' && connector.enabled === false) return 'already';
  return null;
}

const mostNamed = 100;

export function previewOf({ will, skipped }: Plan): BulkPreview {
  const counts = will.flatMap(({ members }) => members ?? []);
  return {
    will: will.length,
    named: will.slice(0, mostNamed).map(({ cloud, id, name, members }) => ({ cloud, id, name, members })),
    members: {
      known: counts.reduce((sum, count) => sum + count, 0),
      unknownOf: will.length - counts.length,
    },
    jobsUnderWay: will.filter(hasJobUnderWay).length,
    skipped,
  };
}

/** What is kept of one item; a run keeps what it starts from, so that reading can tell whether it ran. */
export function requestOf(
  kind: BulkKind,
  { state, lastSync }: Pick<ConnectorSummary, 'state' | 'lastSync'>,
): OperationRequest {
  switch (kind) {
    case 'run-connectors':
      return { kind: 'run-connector', stateBefore: state, lastSyncBefore: lastSync };
    case 'enable-connectors':
      return { kind: 'enable-connector' };
    case 'disable-connectors':
      return { kind: 'disable-connector' };
    case 'delete-connectors':
      return { kind: 'delete-connector' };
  }
}

function keyOf({ cloud, id }: Chosen): string {
  return `${cloud} ${id}`;
}
