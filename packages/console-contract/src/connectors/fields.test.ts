import { describe, expect, test } from 'vitest';
import { AwsDraftValues, AzureDraftValues } from '../onboarding/drafts.ts';
import { awsFields } from './aws.fields.ts';
import { awsWords } from './aws.words.ts';
import { azureFields } from './azure.fields.ts';
import { azureWords } from './azure.words.ts';
import { AwsEditingValues, AzureEditingValues } from './editing.ts';
import { initialValuesOf, specFieldsOf } from './fields.ts';
import { AwsConnectorSpec, AzureConnectorSpec } from './specs.ts';

const clouds = [
  ['Azure', azureFields, azureWords, AzureDraftValues, AzureConnectorSpec, AzureEditingValues],
  ['AWS', awsFields, awsWords, AwsDraftValues, AwsConnectorSpec, AwsEditingValues],
] as const;

describe.each(clouds)('the fields of %s', (_, fields, words, draft, spec, reported) => {
  const initial: Record<string, unknown> = initialValuesOf(fields);

  test('begin with values that a draft can hold', () => {
    expect(draft.parse(initial)).toEqual(initial);
  });

  test.each(Object.keys(initial))('a draft is sent whole: without %s it is refused', (name) => {
    const { [name]: _left, ...rest } = initial;

    expect(draft.safeParse(rest).success).toBe(false);
  });

  test('a draft has no place for what is no field', () => {
    expect(draft.safeParse({ ...initial, color: 'blue' }).success).toBe(false);
  });

  test('are what a connector is made of, without its credentials', () => {
    const names = Object.keys(fields).filter((name) => !/secretValue|externalId/i.test(name));

    expect(specFieldsOf(fields)).toEqual(names);
    expect(Object.keys(spec.shape)).toEqual(names);
    expect(Object.keys(reported.shape)).toEqual(names);
  });

  test('all have words and no others do', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(fields).toSorted());
  });
});

test('no draft holds an Azure secret', () => {
  const values = initialValuesOf(azureFields);

  expect(values).not.toHaveProperty('secretValue');
  expect(AzureDraftValues.safeParse({ ...values, secretValue: 'p7k8Q~aB3dE' }).success).toBe(false);
});
