/** The audit trail over HTTP. Nothing here writes it: that happens with what it records. */
import type { activityEndpoints } from '@console/console-contract';
import { type Routes, SavedFile } from '../http/handler.ts';
import type { Clock } from '../ports/clock.ts';
import type { ActivityService } from './service.ts';

export function activityRoutes(
  activity: ActivityService,
  clock: Clock,
): Routes<keyof typeof activityEndpoints> {
  return {
    listActivity: ({ params, query, caller }) => activity.list(params.workspace, query, caller),
    exportActivity: async ({ params, query, caller }) => {
      const { csv, cut } = await activity.exportCsv(params.workspace, query, caller);
      const name = `activity-${clock.now().toISOString().slice(0, 10)}.csv`;
      return new SavedFile({ name, body: Buffer.from(csv), cut });
    },
  };
}
