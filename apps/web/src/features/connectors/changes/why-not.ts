/** Why a change of a connector makes no sense now, in words. */
import {
  type BulkKind,
  type BulkSkipReason,
  type ButtonKind,
  type Changeable,
  kindOf,
  type WhyNot,
} from '@console/console-contract';

/** For the reason of a button; `undefined` when it does make sense. */
export function whyNot(kind: ButtonKind, connector: Changeable): string | undefined {
  const row = kindOf(kind);
  const reason = row.whyNot?.(connector) ?? null;
  return reason === null ? undefined : ONE[reason](row.past);
}

const ONE: Record<WhyNot, (past: string) => string> = {
  already: (past) => `It is ${past} already.`,
  disabled: () => 'It is disabled: the gateway runs enabled connectors only.',
  'job-under-way': () => 'Its job is under way already.',
};

/** Completes "3 are …" for those that a bulk leaves out. */
export function whyLeftOut(kind: BulkKind, reason: BulkSkipReason): string {
  return MANY[reason](kindOf(kind).past);
}

const MANY: Record<BulkSkipReason, (past: string) => string> = {
  already: (past) => `${past} already`,
  disabled: () => 'disabled, which the gateway does not run',
  'job-under-way': () => 'at work on a job already',
  'under-way': () => 'being changed at this moment',
  'not-here': () => 'no longer in this workspace',
};
