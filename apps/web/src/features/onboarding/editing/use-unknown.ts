import { differingFields, type Editing } from '@console/console-contract';
import { useState } from 'react';
import type { FieldProblem } from '../field-checks.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';
import { type EditedValues, fieldsNamed, textOf } from './edit-fields.ts';
import { toConfirm } from './edit-values.ts';

/** `shown` is the value in words that the form stands at, and that would be sent. */
export type UnknownField = { field: string; step: WizardStep; label: string; shown: string };

export type UnknownFields = {
  problems: readonly FieldProblem[];
  /** Fields that the user wants to be sent as shown. */
  confirmed: readonly string[];
  /** Those of a step that the user has not changed: what the form shows of them was not chosen. */
  on: (step: WizardStep) => readonly UnknownField[];
  /** Not known either, and asked for by an empty field: what they are called. */
  askedOn: (step: WizardStep) => readonly string[];
  isConfirmed: (field: string) => boolean;
  confirm: (field: string, confirmed: boolean) => void;
};

/** Fields that are not known: before saving, the user changes each of them or says that it is to be sent as shown. */
export function useUnknown(opened: Editing, begun: EditedValues, now: EditedValues): UnknownFields {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const changed = differingFields(begun, now);
  const fields = fieldsNamed(opened.cloud, toConfirm(opened))
    .filter(({ name }) => !changed.includes(name))
    .map((field) => ({ ...field, field: field.name, shown: textOf(field, now) }));
  return {
    problems: fields
      .filter(({ field }) => !confirmed.has(field))
      .map(({ field, step, label }) => ({ field: confirmationId(field), step, message: messageOf(label) })),
    confirmed: fields.map(({ field }) => field).filter((field) => confirmed.has(field)),
    on: (step) => fields.filter((field) => field.step === step),
    askedOn: (step) => askedIn(opened, step),
    isConfirmed: (field) => confirmed.has(field),
    confirm: (field, right) => {
      const others = [...confirmed].filter((other) => other !== field);
      setConfirmed(new Set(right ? [...others, field] : others));
    },
  };
}

function askedIn(opened: Editing, step: WizardStep): string[] {
  const toSay = new Set(toConfirm(opened));
  const empty = fieldsNamed(
    opened.cloud,
    opened.unknown.filter((field) => !toSay.has(field)),
  );
  const idsAsked = opened.cloud === 'aws' && step === 'organization' && !opened.externalIdsKept;
  const labels = empty.filter((field) => field.step === step).map(({ label }) => label);
  return idsAsked ? [...labels, 'External ID', 'Member external ID'] : labels;
}

export function confirmationId(field: string): string {
  return `unknown-${field}`;
}

function messageOf(label: string): string {
  return `Choose “${label}”, or tick to send it as shown.`;
}
