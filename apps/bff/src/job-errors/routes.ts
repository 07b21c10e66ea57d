/** Job errors over HTTP. */
import type { jobErrorEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import type { JobErrorService } from './service.ts';

export function jobErrorRoutes(jobErrors: JobErrorService): Routes<keyof typeof jobErrorEndpoints> {
  return {
    readLastJob: ({ params }) => jobErrors.readLastJob(params.workspace, params.cloud, params.id),
  };
}
