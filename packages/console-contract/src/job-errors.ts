/** What went wrong in a connector's last job. The gateway remembers only that one. */
import * as z from 'zod/mini';
import { LikelyCause } from './connectors/likely-cause.ts';
import type { Endpoint } from './endpoint.ts';
import { ConnectorParams, Timestamp } from './values.ts';

export const JobError = z.object({
  type: z.nullable(z.string()),
  /** The message as it came, as plain text. */
  message: z.string(),
  /** Of several that are equal, the newest. */
  at: z.nullable(Timestamp),
  /** How often the job reported the same; left out for once. */
  times: z.optional(z.number()),
  likelyCause: z.nullable(LikelyCause),
});
export type JobError = z.output<typeof JobError>;

export const LastJob = z.object({
  errors: z.array(JobError),
  incomplete: z.boolean(),
  /** `false` when the connector still waits for its first job. */
  ran: z.boolean(),
  asOf: Timestamp,
});
export type LastJob = z.output<typeof LastJob>;

export const jobErrorEndpoints = {
  readLastJob: {
    summary: 'The errors of a connector’s last job',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/last-job',
    access: 'connectors.read',
    params: ConnectorParams,
    answer: LastJob,
  },
} as const satisfies Record<string, Endpoint>;
