/**
 * Ids on their way into a gateway path. Knows what an id may look like and nothing about operations.
 * A value that is not plainly an id never becomes part of an address: no dots, escapes, separators or look-alike digits.
 */

/** Thrown before a path is built. `parameter` names the place in the path; the offending value is left out on purpose. */
export class InvalidGatewayId extends Error {
  readonly parameter: string;

  constructor(parameter: string) {
    super(`The value for "${parameter}" is not a valid gateway id.`);
    this.name = 'InvalidGatewayId';
    this.parameter = parameter;
  }
}

/** One place in a path: answers whether the value may stand there. */
export type PathSegment = (value: string) => boolean;

const largestId = 9_223_372_036_854_775_807n;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
// The Azure document's sample of a job id has the shape 8-9-16 instead of a UUID's, so only the characters are fixed.
const jobPattern = /^(?=.*-)[0-9a-zA-Z][0-9a-zA-Z-]{14,62}[0-9a-zA-Z]$/;

/** A numeric id, kept as a string because it may exceed what a JavaScript number holds; never beyond a signed 64-bit integer. */
export function isNumericId(value: string): boolean {
  return /^[1-9][0-9]{0,18}$/.test(value) && BigInt(value) <= largestId;
}

export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}

/** The Azure document edits by an id of either form: its table says id, its sample shows a UUID. */
export function isNumericIdOrUuid(value: string): boolean {
  return isNumericId(value) || isUuid(value);
}

export function isJobUuid(value: string): boolean {
  return jobPattern.test(value);
}

export function isStatusAction(value: string): boolean {
  return value === 'ENABLE' || value === 'DISABLE';
}
