import type { ScopeChoice } from './rules/scope-rules.ts';
import { hasChildren, type UnitForest } from './tree/unit-forest.ts';

/** What a key means in the tree. `move` names the row to go to, as a place in the visible rows. */
export type ScopeCommand =
  | { kind: 'move'; row: number }
  | { kind: 'toggle-open' }
  | { kind: 'open-siblings' }
  | { kind: 'cycle' }
  | { kind: 'toggle-branch' }
  | { kind: 'choose'; choice: ScopeChoice }
  | { kind: 'menu' }
  | { kind: 'search' }
  | { kind: 'type-ahead'; letter: string };

export interface TreeView {
  forest: UnitForest;
  /** Indexes of the visible units, top to bottom. */
  rows: Int32Array;
  /** The focused row's place in `rows`. */
  row: number;
  isOpen: (index: number) => boolean;
  /** While searching, branches neither open nor close. */
  searching: boolean;
  pageSize: number;
}

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The keyboard of a tree grid (ARIA Authoring Practices) plus the keys for choosing; undefined = not ours. */
export function scopeCommand(pressed: PressedKey, view: TreeView): ScopeCommand | undefined {
  if (pressed.altKey || pressed.metaKey) return undefined;
  if (pressed.key === 'ContextMenu' || (pressed.key === 'F10' && pressed.shiftKey)) return { kind: 'menu' };
  const moved = movement(pressed.key, view);
  if (moved !== undefined) return moved;
  if (pressed.ctrlKey) return undefined;
  if (pressed.key === ' ') return { kind: pressed.shiftKey ? 'toggle-branch' : 'cycle' };
  const fixed = FIXED[pressed.key];
  if (fixed) return fixed;
  return pressed.key.length === 1 ? { kind: 'type-ahead', letter: pressed.key } : undefined;
}

/** The row that the typed letters lead to: the next visible name that begins with them, in a ring. */
export function typeAheadRow(view: TreeView, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  // More letters refine the row that is focused; a first letter moves on.
  const first = view.row + (typed.length > 1 ? 0 : 1);
  for (let step = 0; step < view.rows.length; step++) {
    const row = (first + step) % view.rows.length;
    const unit = view.forest.units[view.rows[row] ?? -1];
    if (unit?.name.toLowerCase().startsWith(wanted)) return row;
  }
  return undefined;
}

const FIXED: Record<string, ScopeCommand> = {
  '+': { kind: 'choose', choice: 'include' },
  '=': { kind: 'choose', choice: 'include' },
  '-': { kind: 'choose', choice: 'exclude' },
  Delete: { kind: 'choose', choice: 'inherit' },
  Backspace: { kind: 'choose', choice: 'inherit' },
  '*': { kind: 'open-siblings' },
  '/': { kind: 'search' },
};

function movement(key: string, view: TreeView): ScopeCommand | undefined {
  const last = view.rows.length - 1;
  const to = (row: number): ScopeCommand => ({ kind: 'move', row: Math.min(last, Math.max(0, row)) });
  switch (key) {
    case 'ArrowDown':
      return to(view.row + 1);
    case 'ArrowUp':
      return to(view.row - 1);
    case 'PageDown':
      return to(view.row + view.pageSize);
    case 'PageUp':
      return to(view.row - view.pageSize);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowRight':
      return rightwards(view);
    case 'ArrowLeft':
      return leftwards(view);
    case 'Enter':
      return canToggle(view) ? { kind: 'toggle-open' } : undefined;
    default:
      return undefined;
  }
}

/** Opens a closed branch; in an open one, goes to its first child. */
function rightwards(view: TreeView): ScopeCommand {
  const index = view.rows[view.row] ?? -1;
  if (canToggle(view) && !view.isOpen(index)) return { kind: 'toggle-open' };
  const nextIsChild = view.forest.parents[view.rows[view.row + 1] ?? -1] === index;
  return { kind: 'move', row: nextIsChild ? view.row + 1 : view.row };
}

/** Closes an open branch; else goes to the parent. */
function leftwards(view: TreeView): ScopeCommand {
  const index = view.rows[view.row] ?? -1;
  if (canToggle(view) && view.isOpen(index)) return { kind: 'toggle-open' };
  const parent = view.forest.parents[index] ?? -1;
  const row = parent === -1 ? view.row : view.rows.lastIndexOf(parent, view.row);
  return { kind: 'move', row };
}

function canToggle(view: TreeView): boolean {
  return !view.searching && hasChildren(view.forest, view.rows[view.row] ?? -1);
}
