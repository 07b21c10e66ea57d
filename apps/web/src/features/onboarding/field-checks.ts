/** What is said of fields that both wizards have. Each check answers what to do, or nothing. */
import { numberText } from '../../ui/number-text.ts';
import type { WizardStep } from './wizard-steps.ts';

/**
 * `field` is the dotted path in the connector's spec, and the id of the control too. `waits`: nothing is wrong, something is
 * still to be done, as the step says it: “not tested yet”.
 */
export type FieldProblem = { field: string; step: WizardStep; message: string; waits?: string | undefined };

/** Vendor limit, from the Azure document; fixed once the connector exists. */
export const longestPrefix = 30;

export const longestName = 255;
const nameLine = { longest: longestName, empty: 'Give the connector a name.', noun: 'name' };
const prefixLine = {
  longest: longestPrefix,
  empty: 'Enter a prefix: the names of all members begin with it.',
  noun: 'prefix',
};

/** A line that must be there, is not too long and is one line. */
export function lineProblem(
  text: string,
  line: { longest: number; empty: string; noun: string },
): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return line.empty;
  if (trimmed.length > line.longest) {
    return tooLong(line.noun, trimmed.length, line.longest);
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) return `Remove line breaks and tabs from the ${line.noun}.`;
  return undefined;
}

/** “The name has 300 characters; at most 255 are possible.” */
export function tooLong(noun: string, length: number, most: number): string {
  return `The ${noun} has ${numberText(length)} characters; at most ${numberText(most)} are possible.`;
}

function tagsProblem(tagIds: readonly string[]): string | undefined {
  const wrong = tagIds.find((tag) => !/^[0-9]{1,19}$/.test(tag));
  if (wrong !== undefined) return `Replace “${wrong.slice(0, 40)}”: a tag ID is a number of up to 19 digits.`;
  return tagIds.length > 100 ? 'Remove some tags: at most 100 are possible.' : undefined;
}

/** “1 to 7 days” as a rule over whole numbers. */
export function wholeNumberProblem(value: number, most: number, noun: string): string | undefined {
  const fits = Number.isInteger(value) && value >= 1 && value <= most;
  return fits ? undefined : `Choose a number of whole ${noun} from 1 to ${most}.`;
}

/** A unit that stands on both sides of the choice. */
export function bothWaysProblem(scope: {
  included: readonly string[];
  excluded: readonly string[];
}): string | undefined {
  const without = new Set(scope.excluded);
  const both = scope.included.find((unit) => without.has(unit));
  return both === undefined ? undefined : `Choose one for “${both}”: it is included and excluded at once.`;
}

/** What was typed and not applied would be lost without a word: the connector gets the scope that is chosen. */
export function scopeTextProblem({
  scopeText,
}: {
  scopeText?: string | null | undefined;
}): string | undefined {
  if (typeof scopeText !== 'string') return undefined;
  return 'The scope as text holds changes that are not applied. Apply the text, or discard its changes.';
}

type Check<Form> = (form: Form) => string | undefined;
export type FieldChecks<Form, Field extends string> = readonly {
  field: Field;
  step: WizardStep;
  check: Check<Form>;
}[];

/** Every problem in the order of the form. An empty list means that the connector can be asked for. */
export function runChecks<Form, Field extends string>(
  checks: FieldChecks<Form, Field>,
  form: Form,
): (FieldProblem & { field: Field })[] {
  return checks.flatMap(({ field, step, check }) => {
    const message = check(form);
    return message === undefined ? [] : [{ field, step, message }];
  });
}

/** The checks of fields that both wizards have by the same name. */
export const nameCheck = {
  field: 'name',
  step: 'basics',
  check: ({ values }: { values: { name: string } }) => lineProblem(values.name, nameLine),
} as const;

export const prefixCheck = {
  field: 'memberPrefix',
  step: 'members',
  check: ({ values }: { values: { memberPrefix: string } }) => lineProblem(values.memberPrefix, prefixLine),
} as const;

export const tagsCheck = {
  field: 'tagIds',
  step: 'activation',
  check: ({ values }: { values: { tagIds: readonly string[] } }) => tagsProblem(values.tagIds),
} as const;
