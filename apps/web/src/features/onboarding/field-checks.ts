/** What is still wrong with a form, field by field. Each check answers what to do, or nothing. */
import {
  type Cloud,
  hasVisibleCharacter,
  invisibleCharacterProblem,
  noVisibleCharacter,
} from '@console/console-contract';
import { numberText } from '../../ui/time/number-text.ts';
import { fieldsOf, type NamedField } from './cloud-fields.ts';
import { indexOfStep, type WizardStep } from './wizard/wizard-steps.ts';

/**
 * `field` is a field of the connector, and the id of its control too. `waits`: nothing is wrong, something is
 * still to be done, as the step says it: “not tested yet”.
 */
export type FieldProblem = { field: string; step: WizardStep; message: string; waits?: string | undefined };

type Check<Form> = (form: Form) => string | undefined;

export type Checks<Form> = {
  cloud: Cloud;
  /** Of fields whose limits alone do not settle it. */
  own: Readonly<Record<string, Check<Form>>>;
  /** Of what is no field, each at the end of its step. */
  also?: readonly { field: string; step: WizardStep; check: Check<Form> }[];
};

/** Every problem in the order of the form. An empty list means that the connector can be asked for. */
export function runChecks<Form extends { values: object }>(
  { cloud, own, also = [] }: Checks<Form>,
  form: Form,
): FieldProblem[] {
  const ofFields = fieldsOf(cloud).map((field) => ({
    field: field.name,
    step: field.step,
    check: checkOf(field, own[field.name]),
  }));
  return [...ofFields, ...also]
    .toSorted((one, other) => indexOfStep(one.step) - indexOfStep(other.step))
    .flatMap(({ field, step, check }) => {
      const message = check(form);
      return message === undefined ? [] : [{ field, step, message }];
    });
}

/** An id or an ARN is first looked through for invisible characters: the other checks would not say what is wrong. */
function checkOf<Form extends { values: object }>(
  field: NamedField,
  own: Check<Form> | undefined,
): Check<Form> {
  const check = own ?? (({ values }) => limitProblem(field, Reflect.get(values, field.name)));
  if (field.words.mono !== true) return check;
  return (form) => {
    const value: unknown = Reflect.get(form.values, field.name);
    return (typeof value === 'string' ? invisibleCharacterProblem(value) : undefined) ?? check(form);
  };
}

/** What the limits of the field's table say. */
function limitProblem({ longest, required, most, words }: NamedField, value: unknown): string | undefined {
  if (typeof value === 'number' && most !== undefined)
    return wholeNumberProblem(value, most, `${words.unit}s`);
  if (typeof value !== 'string' || longest === undefined) return undefined;
  const { label, noun = label, empty = `Enter the ${noun}.` } = words;
  if (required) return lineProblem(value, { longest, empty, noun });
  const { length } = value.trim();
  return length > longest ? tooLong(noun, length, longest) : undefined;
}

/** A line that must be there, is not too long and is one line. */
function lineProblem(
  text: string,
  line: { longest: number; empty: string; noun: string },
): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return line.empty;
  if (trimmed.length > line.longest) {
    return tooLong(line.noun, trimmed.length, line.longest);
  }
  if (!hasVisibleCharacter(trimmed)) return noVisibleCharacter;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) return `Remove line breaks and tabs from the ${line.noun}.`;
  return undefined;
}

/** “The name has 300 characters; at most 255 are possible.” */
export function tooLong(noun: string, length: number, most: number): string {
  return `The ${noun} has ${numberText(length)} characters; at most ${numberText(most)} are possible.`;
}

export function tagsProblem(tagIds: readonly string[]): string | undefined {
  const wrong = tagIds.find((tag) => !/^[0-9]{1,19}$/.test(tag));
  if (wrong !== undefined) return `Replace “${wrong.slice(0, 40)}”: a tag ID is a number of up to 19 digits.`;
  return tagIds.length > 100 ? 'Remove some tags: at most 100 are possible.' : undefined;
}

/** “1 to 7 days” as a rule over whole numbers. */
function wholeNumberProblem(value: number, most: number, noun: string): string | undefined {
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
