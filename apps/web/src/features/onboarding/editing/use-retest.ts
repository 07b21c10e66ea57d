import type { AwsEditing } from '@console/console-contract';
import { useState } from 'react';
import { type Connection, changedParts, connectionOf } from '../aws/aws-draft.ts';
import { type AwsWizardState, isTested } from '../aws/aws-state.ts';
import type { FieldProblem } from '../field-checks.ts';
import { awsFormOf } from './edit-values.ts';

export type Retest = {
  /** The edit changes what the gateway gets in with, and no test has succeeded with the new values. */
  wanted: boolean;
  /** For these very values somebody chose to save without a test. */
  waived: boolean;
  waive: (waived: boolean) => void;
  problems: readonly FieldProblem[];
};

/** A changed connection is tested before it is saved, or somebody says that it need not be: an edit may repair what no test can reach. */
export function useRetest(wizard: AwsWizardState, basis: AwsEditing): Retest {
  const [waivedFor, setWaivedFor] = useState<Connection | null>(null);
  const connection = connectionOf(wizard.values);
  const before = connectionOf(awsFormOf(basis));
  const wanted = changedParts(before, connection).length > 0 && !isTested(wizard);
  const waived = waivedFor !== null && changedParts(waivedFor, connection).length === 0;
  return {
    wanted,
    waived,
    waive: (now) => setWaivedFor(now ? connection : null),
    problems: wanted && !waived ? [UNTESTED] : [],
  };
}

const UNTESTED: FieldProblem = {
  field: 'connection',
  step: 'organization',
  message: 'Test the connection as it will be saved, or choose to save without a test.',
};
