import type { Editing } from '@console/console-contract';
import { useState } from 'react';
import type { FieldProblem } from '../field-checks.ts';
import type { WizardStep } from '../wizard-steps.ts';
import { type EditField, fieldsNamed } from './edit-fields.ts';
import { toConfirm } from './edit-values.ts';

export type UnknownFields = {
  problems: readonly FieldProblem[];
  /** Fields of which somebody said that they are right. */
  confirmed: readonly string[];
  on: (step: WizardStep) => readonly EditField[];
  /** Not known either, and asked for by an empty field: what they are called. */
  askedOn: (step: WizardStep) => readonly string[];
  isConfirmed: (step: WizardStep) => boolean;
  confirm: (step: WizardStep, confirmed: boolean) => void;
};

/** Fields that nobody knows: whoever saves has looked at them and says that they are right. */
export function useUnknown(opened: Editing): UnknownFields {
  const [confirmed, setConfirmed] = useState<ReadonlySet<WizardStep>>(new Set());
  const fields = fieldsNamed(opened.cloud, toConfirm(opened));
  const steps = [...new Set(fields.map(({ step }) => step))];
  return {
    problems: steps
      .filter((step) => !confirmed.has(step))
      .map((step) => ({ field: confirmationId(step), step, message: MESSAGE })),
    confirmed: fields.filter(({ step }) => confirmed.has(step)).map(({ field }) => field),
    on: (step) => fields.filter((field) => field.step === step),
    askedOn: (step) => askedIn(opened, step),
    isConfirmed: (step) => confirmed.has(step),
    confirm: (step, now) => {
      const others = [...confirmed].filter((other) => other !== step);
      setConfirmed(new Set(now ? [...others, step] : others));
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

export function confirmationId(step: WizardStep): string {
  return `unknown-${step}`;
}

const MESSAGE = 'Look at what is not known on this step, and confirm it.';
