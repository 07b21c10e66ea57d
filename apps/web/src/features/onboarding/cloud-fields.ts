/** Both clouds' fields and the words of each, by the name of the cloud. */
import {
  awsFields,
  awsWords,
  azureFields,
  azureWords,
  type Cloud,
  type Field,
  type FieldTable,
  type FieldWords,
} from '@console/console-contract';
import { stepOf, type WizardStep } from './wizard/wizard-steps.ts';

export type CloudFields = { fields: FieldTable; words: Readonly<Record<string, FieldWords>> };

export const cloudFields: Record<Cloud, CloudFields> = {
  azure: { fields: azureFields, words: azureWords },
  aws: { fields: awsFields, words: awsWords },
};

export type NamedField = Field & { name: string; step: WizardStep; words: FieldWords };

/** All fields of a cloud in the order of the form. */
export function fieldsOf(cloud: Cloud): NamedField[] {
  const { fields, words } = cloudFields[cloud];
  return Object.entries(fields).map(([name, field]) => ({
    ...field,
    name,
    step: stepOf(cloud, field.step),
    words: words[name] ?? { label: name },
  }));
}

/** What a field is called in a review and among differences. */
export function rowLabel({ row, label }: FieldWords): string {
  return row ?? label;
}

/** One field of a cloud by its name. */
export function fieldNamed({ cloud }: { cloud: Cloud }, name: string): NamedField {
  const field = fieldsOf(cloud).find((one) => one.name === name);
  if (field === undefined) throw new Error(`There is no field ${name}.`);
  return field;
}
