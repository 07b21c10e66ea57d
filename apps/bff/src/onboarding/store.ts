/** Drafts in SQL. A save names the version it was made on, and the database alone decides who came first. */
import type { AzureDraft, AzureDraftValues, AzureStep } from '@console/console-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { drafts } from './tables.ts';

export type DraftContent = { step: AzureStep; values: AzureDraftValues };
export type DraftStore = ReturnType<typeof createDraftStore>;

export function createDraftStore(db: NodePgDatabase) {
  return { list, find, insert, save, remove };

  async function list(workspaceId: string): Promise<AzureDraft[]> {
    const rows = await db
      .select()
      .from(drafts)
      .where(eq(drafts.workspaceId, workspaceId))
      .orderBy(desc(drafts.updatedAt));
    return rows.map(toDraft);
  }

  async function find(workspaceId: string, id: string): Promise<AzureDraft | null> {
    const [row] = await db.select().from(drafts).where(one(workspaceId, id));
    return row === undefined ? null : toDraft(row);
  }

  async function insert(
    workspaceId: string,
    id: string,
    content: DraftContent,
    by: string,
  ): Promise<AzureDraft> {
    const row = { id, workspaceId, cloud: 'azure', ...content, updatedBy: by } as const;
    const [written] = await db.insert(drafts).values(row).returning();
    if (written === undefined) throw new Error('The database returned no draft for the one it wrote.');
    return toDraft(written);
  }

  /** `null` when the draft is not there, or no longer at this version. */
  async function save(
    address: { workspaceId: string; id: string; version: number },
    content: DraftContent,
    by: string,
  ): Promise<AzureDraft | null> {
    const { workspaceId, id, version } = address;
    const [row] = await db
      .update(drafts)
      .set({ ...content, version: sql`${drafts.version} + 1`, updatedAt: sql`now()`, updatedBy: by })
      .where(and(one(workspaceId, id), eq(drafts.version, version)))
      .returning();
    return row === undefined ? null : toDraft(row);
  }

  async function remove(workspaceId: string, id: string): Promise<void> {
    await db.delete(drafts).where(one(workspaceId, id));
  }
}

function one(workspaceId: string, id: string) {
  return and(eq(drafts.workspaceId, workspaceId), eq(drafts.id, id));
}

function toDraft(row: typeof drafts.$inferSelect): AzureDraft {
  const { id, cloud, step, values, version, updatedAt, updatedBy } = row;
  return { id, cloud, step, values, version, updatedAt: updatedAt.toISOString(), updatedBy };
}
