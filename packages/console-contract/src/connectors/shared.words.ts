/** What a field is called and what is said of it. Apart from the tables of fields, so that only pages that show fields load it. */
import type { sharedFields } from './shared.fields.ts';

export type FieldWords = {
  /** At its control. */
  label: string;
  hint?: string;
  /** The hint at a connector that exists, where it is another one. */
  hintOfExisting?: string;
  /** In a review and among differences, where it is not the label. */
  row?: string;
  /** In the activity, which shows values as they were sent, where it is not the row's. */
  activity?: string;
  /** In sentences: “The tenant name has 300 characters”. */
  noun?: string;
  /** What to do while it is empty. */
  empty?: string;
  /** Of a number. */
  unit?: 'day' | 'hour';
  /** What nothing means. */
  nothing?: string;
  /** An id, a number or the like: no prose. */
  mono?: true;
  placeholder?: string;
  inputMode?: 'numeric';
};

export const sharedWords = {
  name: {
    label: 'Name',
    hint: 'How the connector appears in every list.',
    noun: 'name',
    empty: 'Give the connector a name.',
  },
  cspm: { label: 'CSPM' },
  remediation: { label: 'Enable remediation', row: 'Remediation' },
  memberPrefix: {
    label: 'Member prefix',
    hint: 'The name of every member connector begins with it. It cannot be changed later.',
    noun: 'prefix',
    empty: 'Enter a prefix: the names of all members begin with it.',
  },
  tagIds: { label: 'Tag IDs', activity: 'Tags', mono: true },
} as const satisfies Record<keyof typeof sharedFields, FieldWords>;
