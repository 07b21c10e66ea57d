/** Fields that connectors of both clouds have. */
import * as z from 'zod/mini';
import { Text } from '../values.ts';
import { count, flag, line } from './fields.ts';
import { Scope } from './reading.ts';

const TagIds = z.array(z.string().check(z.regex(/^[0-9]{1,19}$/))).check(z.maxLength(100));
const DraftTagIds = z.array(Text(1000)).check(z.maxLength(100));
const DraftUnits = z.array(Text(500)).check(z.maxLength(50_000));

export const sharedFields = {
  name: { ...line(255), step: 'basics' },
  cspm: { ...flag(true), step: 'basics' },
  remediation: { ...flag(false), step: 'basics' },
  /** The vendor fixes the prefix length at 30. */
  memberPrefix: {
    ...line(30),
    step: 'members',
    locked: 'The members are named with it, and it is fixed once the connector exists.',
  },
  tagIds: {
    schema: TagIds,
    draft: DraftTagIds,
    reported: z.array(z.string()),
    initial: [],
    step: 'activation',
  },
} as const;

/** Of which units, as a cloud names them. */
export function scopeOf<Unit extends z.ZodMiniType<string>>(unit: Unit) {
  const units = z.array(unit).check(z.maxLength(50_000));
  return {
    schema: z.strictObject({ included: units, excluded: units }),
    draft: z.strictObject({ included: DraftUnits, excluded: DraftUnits }),
    reported: Scope,
    initial: { included: [], excluded: [] },
    step: 'scope',
  } as const;
}

/** How often the connector runs, and how often each member: in days or hours, as the cloud has it. */
export function frequencyOf<const Most extends number>(most: Most, initial: number) {
  return { ...count(most, initial), step: 'members' } as const;
}
