/** Rows in view stay where they are while a user works with them, whatever becomes of their connectors. */
import type { ConnectorSummary } from '@console/console-contract';
import { useMemo, useState } from 'react';

/** Each connector of the list as it was when the view began; those that came later as they are. */
export type HeldRows = {
  rows: readonly ConnectorSummary[];
  /** By the held row, what has become of it. */
  changed: ReadonlyMap<ConnectorSummary, ConnectorSummary>;
};

/** A filtered view is held until the user moves on, another one while the pointer is over it. */
export function useHeldRows(
  connectors: readonly ConnectorSummary[] | undefined,
  { view, isFiltered }: Holding,
) {
  const [begun, setBegun] = useState({ view, connectors });
  const [isPointed, setPointed] = useState(false);
  const release = () => setBegun({ view, connectors });
  const isHeld = begun.connectors !== undefined && (isFiltered || isPointed);
  if (begun.view !== view || (!isHeld && begun.connectors !== connectors)) release();
  const held = useMemo(
    () => heldRows(begun.connectors ?? [], connectors ?? []),
    [begun.connectors, connectors],
  );
  return {
    held,
    release,
    /** Go onto the element that holds the rows. */
    pointer: { onPointerEnter: () => setPointed(true), onPointerLeave: () => setPointed(false) },
  };
}

/** `view`: place, filter and order as the address has them; with others a new view begins. */
type Holding = { view: string; isFiltered: boolean };

/** What a row of the list is told apart by: ids are the vendor's, and each cloud counts by itself. */
export function rowKey({ cloud, id }: Pick<ConnectorSummary, 'cloud' | 'id'>): string {
  return `${cloud}/${id}`;
}

export function heldRows(before: readonly ConnectorSummary[], now: readonly ConnectorSummary[]): HeldRows {
  const changed = new Map<ConnectorSummary, ConnectorSummary>();
  if (before === now) return { rows: now, changed };
  const known = new Map(before.map((row) => [rowKey(row), row]));
  const rows = now.map((row) => {
    const held = known.get(rowKey(row)) ?? row;
    if (held !== row) changed.set(held, row);
    return held;
  });
  return { rows, changed };
}
