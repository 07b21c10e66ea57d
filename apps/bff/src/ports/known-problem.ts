/** Reads a failure of which a person can be told something useful; `null` for one that only the log should see. */
import type { BareProblem } from '@console/console-contract';
import { GatewayError } from './gateway-error.ts';
import { problemOfGateway } from './gateway-problem.ts';
import { Refusal } from './refusal.ts';

export function knownProblem(error: unknown): BareProblem | null {
  if (error instanceof GatewayError) return problemOfGateway(error);
  if (error instanceof Refusal) return { code: error.code, message: error.message, ...error.facts };
  return null;
}
