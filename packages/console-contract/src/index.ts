/** What browser and console say to each other: schemas and endpoints, one file per noun. */
export * from './connector-changes.ts';
export * from './connector-specs.ts';
export * from './connectors.ts';
export * from './drafts.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './job-errors.ts';
export * from './members.ts';
export * from './onboarding.ts';
export * from './operations.ts';
export * from './people.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './values.ts';
export * from './workspaces.ts';
