/** What a slice throws when it answers *no*: our code and words; only `problem.ts` knows its status. */
import type { BareProblem, ProblemCode } from '@console/console-contract';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly facts: Partial<Omit<BareProblem, 'code' | 'message'>>;

  constructor(
    code: ProblemCode,
    message: string,
    facts: Partial<Omit<BareProblem, 'code' | 'message'>> = {},
  ) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
