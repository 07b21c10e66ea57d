/** Every endpoint of the console, once. The server mounts this table; the browser calls it; OpenAPI describes it. */
import { accountEndpoints } from './account.ts';
import { activityEndpoints } from './activity.ts';
import { connectorChangeEndpoints } from './connectors/changes.ts';
import { connectorEditingEndpoints } from './connectors/editing.ts';
import { connectorEndpoints } from './connectors/reading.ts';
import { jobErrorEndpoints } from './job-errors.ts';
import { memberEndpoints } from './members.ts';
import { onboardingEndpoints } from './onboarding/asking.ts';
import { bulkEndpoints } from './operations/bulks.ts';
import { changeEndpoints } from './operations/changes.ts';
import { operationEndpoints } from './operations/reading.ts';
import { peopleEndpoints } from './people.ts';
import { sessionEndpoints } from './session.ts';
import { workspaceEndpoints } from './workspaces.ts';

export const endpoints = {
  ...peopleEndpoints,
  ...sessionEndpoints,
  ...accountEndpoints,
  ...workspaceEndpoints,
  ...connectorEndpoints,
  ...connectorChangeEndpoints,
  ...connectorEditingEndpoints,
  ...onboardingEndpoints,
  ...changeEndpoints,
  ...memberEndpoints,
  ...jobErrorEndpoints,
  ...operationEndpoints,
  ...bulkEndpoints,
  ...activityEndpoints,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
