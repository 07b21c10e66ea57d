/** Drafts in SQL. A save names the version it was made on, and the database alone decides who came first. */
import type { Draft, DraftContent } from '@console/console-contract';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { CredentialVault } from '../ports/credential-vault.ts';
import { openContent, sealContent } from './draft-sealing.ts';
import { contentOf, draftVersion, stepOf } from './stored-draft.ts';
import { drafts } from './tables.ts';

export type Starter = { id: string; name: string };
export type DraftAddress = { workspaceId: string; id: string };
type DraftSummary = Pick<Draft, 'id' | 'cloud' | 'step' | 'updatedAt' | 'updatedBy'> & { name: string };
export type DraftStore = ReturnType<typeof createDraftStore>;

export function createDraftStore(db: NodePgDatabase, vault: Pick<CredentialVault, 'seal' | 'open'>) {
  return { list, find, insert, save, remove, ...holdings(db) };

  /** Of the values only the name: the others may be megabytes of each. */
  async function list(workspaceId: string): Promise<DraftSummary[]> {
    const { id, cloud, step, updatedAt, updatedBy } = drafts;
    const name = sql<string>`coalesce(${drafts.values} ->> 'name', '')`;
    const rows = await db
      .select({ id, cloud, name, step, updatedAt, updatedBy })
      .from(drafts)
      .where(eq(drafts.workspaceId, workspaceId))
      .orderBy(desc(drafts.updatedAt));
    return rows.map((row) => ({ ...row, step: stepOf(row), updatedAt: row.updatedAt.toISOString() }));
  }

  async function find(address: DraftAddress): Promise<Draft | 'unreadable' | null> {
    const [row] = await db.select().from(drafts).where(one(address));
    if (row === undefined) return null;
    const content = contentOf(row);
    return content === null ? 'unreadable' : draftOf(row, openContent(vault, content, row));
  }

  async function insert(
    { workspaceId, id }: DraftAddress,
    content: DraftContent,
    { id: startedBy, name: updatedBy }: Starter,
  ): Promise<Draft> {
    const row = { id, workspaceId, ...sealed(id, content), updatedBy, startedBy };
    const [written] = await db.insert(drafts).values(row).returning(savedColumns);
    if (written === undefined) throw new Error('The database returned no draft for the one it wrote.');
    return draftOf(written, content);
  }

  /** `null` when the draft is not there, no longer at this version, or of another cloud. */
  async function save(
    address: DraftAddress & { version: number },
    content: DraftContent,
    by: string,
  ): Promise<Draft | null> {
    const { cloud, ...set } = sealed(address.id, content);
    const [row] = await db
      .update(drafts)
      .set({ ...set, version: sql`${drafts.version} + 1`, updatedAt: sql`now()`, updatedBy: by })
      .where(and(one(address), eq(drafts.version, address.version), eq(drafts.cloud, cloud)))
      .returning(savedColumns);
    return row === undefined ? null : draftOf(row, content);
  }

  async function remove(address: DraftAddress): Promise<void> {
    await db.delete(drafts).where(one(address));
  }

  function sealed(id: string, content: DraftContent) {
    return { ...sealContent(vault, id, content), valuesVersion: draftVersion };
  }
}

const savedColumns = {
  id: drafts.id,
  version: drafts.version,
  updatedAt: drafts.updatedAt,
  updatedBy: drafts.updatedBy,
};
type SavedFacts = Pick<typeof drafts.$inferSelect, keyof typeof savedColumns>;

function draftOf({ id, version, updatedAt, updatedBy }: SavedFacts, content: DraftContent): Draft {
  return { ...content, id, version, updatedAt: updatedAt.toISOString(), updatedBy };
}

const packedBytes = sql<number>`coalesce(sum(pg_column_size(${drafts.values})), 0)::float8`;

function holdings(db: NodePgDatabase) {
  return { heldBy, bytesBeside };

  /** How many drafts a person began in a workspace, and the bytes that their values take, packed as they are stored. */
  async function heldBy(workspaceId: string, personId: string): Promise<{ count: number; bytes: number }> {
    const [held] = await db
      .select({
        count: sql<number>`count(*)::int`,
        bytes: packedBytes,
      })
      .from(drafts)
      .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.startedBy, personId)));
    return held ?? { count: 0, bytes: 0 };
  }

  /** The bytes of the other drafts of the user who began this one. */
  async function bytesBeside({ workspaceId, id }: DraftAddress): Promise<number> {
    const starter = db.select({ id: drafts.startedBy }).from(drafts).where(one({ workspaceId, id }));
    const [held] = await db
      .select({ bytes: packedBytes })
      .from(drafts)
      .where(
        and(
          eq(drafts.workspaceId, workspaceId),
          ne(drafts.id, id),
          sql`${drafts.startedBy} is not distinct from (${starter})`,
        ),
      );
    return held?.bytes ?? 0;
  }
}

function one({ workspaceId, id }: DraftAddress) {
  return and(eq(drafts.workspaceId, workspaceId), eq(drafts.id, id));
}
