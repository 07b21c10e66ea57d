/** Brings rows of the snapshot in line with what the gateway has just shown of many at once. */
import { and, eq, inArray } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { connectors } from './tables.ts';

export function createNoteEnabled(db: NodePgDatabase, onChange: (workspaceId: string) => void) {
  return async (workspaceId: string, ids: readonly string[], enabled: boolean): Promise<void> => {
    if (ids.length === 0) return;
    const chosen = and(
      eq(connectors.workspaceId, workspaceId),
      eq(connectors.cloud, 'azure'),
      inArray(connectors.id, [...ids]),
    );
    await db.update(connectors).set({ enabled }).where(chosen);
    onChange(workspaceId);
  };
}
