/**
 * A linter for the little of CloudFormation that our templates use. (The npm package `cfn-lint` ends in 2018 and knows no
 * stack sets; the kept one is written in Python.) Types and properties are those of AWS's template reference.
 */
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';

const Anything = z.record(z.string(), z.unknown());
const Template = z.strictObject({
  AWSTemplateFormatVersion: z.literal('2010-09-09'),
  Description: z.string().check(z.maxLength(1024)),
  Parameters: z.record(
    z.string(),
    z.strictObject({
      Type: z.literal('String'),
      Default: z.optional(z.string()),
      AllowedPattern: z.optional(z.string()),
      AllowedValues: z.optional(z.array(z.string())),
      Description: z.optional(z.string().check(z.maxLength(4000))),
    }),
  ),
  Conditions: z.optional(Anything),
  Resources: z.record(z.string(), z.strictObject({ Type: z.string(), Properties: Anything })),
  Outputs: z.optional(z.record(z.string(), z.strictObject({ Description: z.string(), Value: Anything }))),
});
export type Template = z.output<typeof Template>;

const PROPERTIES: Record<string, readonly string[]> = {
  'AWS::IAM::Role': [
    ...['AssumeRolePolicyDocument', 'Description', 'ManagedPolicyArns', 'MaxSessionDuration', 'Path'],
    ...['PermissionsBoundary', 'Policies', 'RoleName', 'Tags'],
  ],
  'AWS::CloudFormation::StackSet': [
    ...[
      'AdministrationRoleARN',
      'AutoDeployment',
      'CallAs',
      'Capabilities',
      'Description',
      'ExecutionRoleName',
    ],
    ...['ManagedExecution', 'OperationPreferences', 'Parameters', 'PermissionModel', 'StackInstancesGroup'],
    ...['StackSetName', 'Tags', 'TemplateBody', 'TemplateURL'],
  ],
};

/** The template as data, when it is one that CloudFormation takes; else the first thing that is wrong with it. */
export function lintTemplate(text: string): Template {
  // CloudFormation reads YAML 1.1.
  const document = parseDocument(text, { version: '1.1', strict: true });
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw) throw flaw;
  const template = Template.parse(document.toJS());
  for (const [name, { Type, Properties }] of Object.entries(template.Resources)) {
    const known = PROPERTIES[Type];
    if (!known) throw new Error(`${name} is of an unknown type, ${Type}`);
    const unknown = Object.keys(Properties).filter((property) => !known.includes(property));
    if (unknown.length > 0) throw new Error(`${Type} has no ${unknown.join(', ')}`);
  }
  lintReferences(template);
  return template;
}

function lintReferences(template: Template): void {
  const parameters = new Set(Object.keys(template.Parameters));
  const targets = new Set([...parameters, ...Object.keys(template.Resources), ...PSEUDO_PARAMETERS]);
  const used = referencesIn([template.Resources, template.Outputs ?? {}, template.Conditions ?? {}]);
  for (const name of used.targets) if (!targets.has(name)) throw new Error(`nothing is called ${name}`);
  for (const name of parameters) if (!used.targets.has(name)) throw new Error(`${name} is never used`);
  const conditions = Object.keys(template.Conditions ?? {});
  if (conditions.toSorted().join() !== [...used.conditions].toSorted().join()) {
    throw new Error('conditions and their uses differ');
  }
}

const PSEUDO_PARAMETERS = ['AWS::AccountId', 'AWS::NoValue', 'AWS::Partition', 'AWS::Region'];

function referencesIn(value: unknown, found = { targets: new Set<string>(), conditions: new Set<string>() }) {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, argument] of Object.entries(value)) {
    if (key === 'Ref') found.targets.add(z.string().parse(argument));
    else if (key === 'Fn::GetAtt') found.targets.add(z.tuple([z.string(), z.string()]).parse(argument)[0]);
    else if (key === 'Fn::If') {
      found.conditions.add(z.tuple([z.string(), z.unknown(), z.unknown()]).parse(argument)[0]);
    } else if (key === 'Fn::Sub') {
      for (const [, name = ''] of z
        .string()
        .parse(argument)
        .matchAll(/\$\{([^}!]+)\}/g))
        found.targets.add(name);
    } else if (key.startsWith('Fn::') && key !== 'Fn::Equals')
      throw new Error(`no function ${key} is used here`);
    referencesIn(argument, found);
  }
  return found;
}
