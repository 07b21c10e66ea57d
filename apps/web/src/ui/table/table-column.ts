/** What a table is told of its columns and of the rows that are ticked; the table and its parts share it. */
import type { ReactNode } from 'react';
import type { RowSelection } from './row-selection.ts';
import type { SortDirection } from './sort-header.tsx';

export interface TableColumn<Row> {
  id: string;
  header: ReactNode;
  /** A CSS grid track: `minmax(180px, 2fr)`, `96px`. */
  width: string;
  align?: 'start' | 'end' | undefined;
  cell: (row: Row) => ReactNode;
  /** Present = the header sorts. */
  sort?: { direction: SortDirection | undefined; onSort: (next: SortDirection) => void } | undefined;
  /** For text that may be long: cut with an ellipsis. On by default; off for menus and badges with bubbles. */
  cut?: boolean | undefined;
  /** For controls that cost more to draw than they tell: drawn once the rows stand still. */
  late?: boolean | undefined;
  /**
   * Stays in sight at this side while the table scrolls sideways; at the end with a shadow, the cue that there is more. One
   * at each side at most.
   */
  sticky?: 'start' | 'end' | undefined;
}

export interface TableSelection<Row> {
  selected: RowSelection;
  onChange: (next: RowSelection) => void;
  /** The row's name for its checkbox: "Select prod-org-eu". */
  rowName: (row: Row) => string;
  /** The box of the header ticks the rows in sight alone; to tick all is offered beside the table. */
  bySight?: true | undefined;
}
