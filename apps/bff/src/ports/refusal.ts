/** What a slice throws when it answers *no*: our code and words; only `problem.ts` knows its status. */
import type { Problem, ProblemCode } from '@console/console-contract';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly facts: Partial<Omit<Problem, 'code' | 'message' | 'requestId'>>;

  constructor(
    code: ProblemCode,
    message: string,
    facts: Partial<Omit<Problem, 'code' | 'message' | 'requestId'>> = {},
  ) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
