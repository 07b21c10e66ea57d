/** What a bulk does with each connector chosen, by the console's own snapshot: nothing is asked of the gateway. */
import {
  type BulkKind,
  type BulkPreview,
  type BulkSkipReason,
  type Cloud,
  type ConnectorSummary,
  hasJobUnderWay,
  kindOf,
} from '@console/console-contract';

export type Chosen = { cloud: Cloud; id: string };
export type Plan = { will: ConnectorSummary[]; skipped: BulkPreview['skipped'] };

/** What is known of a workspace's connectors at this moment. */
export type Known = {
  connectors: readonly ConnectorSummary[];
  /** Changes under way; `null` for a connector that is being created. */
  busy: readonly { cloud: Cloud; connectorId: string | null }[];
};

export function planOf(kind: BulkKind, chosen: readonly Chosen[], { connectors, busy }: Known): Plan {
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
): BulkSkipReason | null {
  if (connector === undefined) return 'not-here';
  if (taken) return 'under-way';
  return kindOf(kind).whyNot?.(connector) ?? null;
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

function keyOf({ cloud, id }: Chosen): string {
  return `${cloud} ${id}`;
}
