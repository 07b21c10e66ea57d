/** What browser and console say to each other: schemas and endpoints, one file per noun. */
export * from './activity.ts';
export * from './connectors/changes.ts';
export * from './connectors/editing.ts';
export * from './connectors/reading.ts';
export * from './connectors/specs.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './job-errors.ts';
export * from './members.ts';
export * from './onboarding/asking.ts';
export * from './onboarding/drafts.ts';
export * from './operations.ts';
export * from './people.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './values.ts';
export * from './workspaces.ts';
