import type { ScopeRule } from './scope-rules.ts';

/** A unit as it stands in the text; lines count from 1. */
export interface ListedUnit {
  id: string;
  line: number;
}
export type ScopeLists = Record<ScopeRule, ListedUnit[]>;

export interface TextProblem {
  /** Null for what lies at no line. */
  line: number | null;
  message: string;
}
