/** The errors of a connector's last job, read through, each with what it most likely means. */
import type { Cloud, LastJob } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { likelyCauseOf } from './likely-cause.ts';

export type JobErrorService = ReturnType<typeof createJobErrorService>;

export function createJobErrorService(gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>) {
  return {
    async readLastJob(workspaceId: string, cloud: Cloud, id: string): Promise<LastJob> {
      const gateway = await gatewayOf(workspaceId);
      const { rows, incomplete } = await gateway.readLastJob(cloud, id);
      const errors = rows.map((row) => ({ ...row, likelyCause: likelyCauseOf(row.message, cloud) }));
      return { errors, incomplete, asOf: new Date().toISOString() };
    },
  };
}
