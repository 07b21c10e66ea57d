/** Workspaces in the database. Secrets arrive sealed and leave sealed. */
import type { Verification } from '@console/console-contract';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ActivityEntry, RecordActivity } from '../ports/activity-log.ts';
import { Refusal } from '../ports/refusal.ts';
import { toStoreError } from '../ports/store-error.ts';
import { nameTaken, unknownWorkspace } from './refusals.ts';
import { workspaces } from './tables.ts';

export type WorkspaceRow = typeof workspaces.$inferSelect;
export type NewWorkspaceRow = Omit<
  typeof workspaces.$inferInsert,
  'secretUpdatedAt' | 'createdAt' | 'secretVersion'
>;

/** What changes in a row; a new secret comes with the version it was sealed for. */
export type RowChange = Partial<Omit<NewWorkspaceRow, 'id' | 'sealedSecret'>> & { newSecret?: SealedChange };
export type SealedChange = {
  sealedSecret: string;
  secretVersion: number;
  secretFingerprint: string;
  secretUpdatedBy: string;
};

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

export function createWorkspaceStore(db: NodePgDatabase, record: RecordActivity<NodePgDatabase>) {
  return {
    list: (): Promise<WorkspaceRow[]> => db.select().from(workspaces).orderBy(asc(workspaces.name)),

    async find(id: string): Promise<WorkspaceRow | null> {
      const [row] = await db.select().from(workspaces).where(eq(workspaces.id, id));
      return row ?? null;
    },

    async findDemo(): Promise<WorkspaceRow | null> {
      const [row] = await db.select().from(workspaces).where(eq(workspaces.demo, true)).limit(1);
      return row ?? null;
    },

    /** Refuses a name that is taken. */
    create: (row: NewWorkspaceRow, entry: ActivityEntry): Promise<WorkspaceRow> =>
      refusingTakenNames(() =>
        db.transaction(async (tx) => {
          const [created] = await tx.insert(workspaces).values(row).returning();
          await record(tx, entry);
          return found(created);
        }),
      ),

    /** `decide` sees the row under a lock, so that two changes cannot mix one's host with the other's secret. */
    change: (
      id: string,
      decide: (row: WorkspaceRow) => { change: RowChange; entry: ActivityEntry },
    ): Promise<WorkspaceRow> =>
      refusingTakenNames(() =>
        db.transaction(async (tx) => {
          const [row] = await tx.select().from(workspaces).where(eq(workspaces.id, id)).for('update');
          if (row === undefined) throw unknownWorkspace();
          const { change, entry } = decide(row);
          const { newSecret, ...rest } = change;
          const secret = newSecret === undefined ? {} : { ...newSecret, secretUpdatedAt: sql`now()` };
          const set = { ...rest, ...secret };
          if (Object.keys(set).length === 0) return row;
          const [changed] = await tx.update(workspaces).set(set).where(eq(workspaces.id, id)).returning();
          await record(tx, entry);
          return found(changed);
        }),
      ),

    /** Kept only if the workspace is still the one that was verified. */
    async saveVerification(verified: WorkspaceRow, verification: Verification): Promise<void> {
      const { id, secretVersion, authPath } = verified;
      await db
        .update(workspaces)
        .set({ verification })
        .where(
          and(
            eq(workspaces.id, id),
            eq(workspaces.secretVersion, secretVersion),
            eq(workspaces.authPath, authPath),
          ),
        );
    },
  };
}

async function refusingTakenNames<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const failure = toStoreError(error);
    if (failure.constraint !== 'workspaces_name_taken') throw failure;
    throw nameTaken();
  }
}

function found(row: WorkspaceRow | undefined): WorkspaceRow {
  if (row === undefined) throw new Error('The database returned no row for a statement that writes one.');
  return row;
}
