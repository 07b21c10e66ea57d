/** What browser and console say to each other: schemas and endpoints, a file or a folder per noun. */
export * from './account.ts';
export * from './activity.ts';
export * from './capabilities.ts';
export * from './connectors/aws.fields.ts';
export * from './connectors/aws.words.ts';
export * from './connectors/azure.fields.ts';
export * from './connectors/azure.words.ts';
export * from './connectors/changes.ts';
export * from './connectors/cloud-ids.ts';
export * from './connectors/editing.ts';
export {
  consoleFieldsOf,
  type Field,
  type FieldTable,
  initialValuesOf,
  lockedFieldsOf,
  noVisibleCharacter,
  type SpecField,
  specFieldsOf,
} from './connectors/fields.ts';
export * from './connectors/freshness.ts';
export * from './connectors/invisible-characters.ts';
export * from './connectors/likely-cause.ts';
export * from './connectors/reading.ts';
export type { FieldWords } from './connectors/shared.words.ts';
export * from './connectors/specs.ts';
export * from './connectors/steps.ts';
export * from './csv.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './job-errors.ts';
export * from './members.ts';
export * from './names.ts';
export * from './onboarding/asking.ts';
export * from './onboarding/drafts.ts';
export * from './operations/bulks.ts';
export * from './operations/changes.ts';
export * from './operations/kinds.ts';
export * from './operations/reading.ts';
export * from './people.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './values.ts';
export * from './workspaces.ts';
