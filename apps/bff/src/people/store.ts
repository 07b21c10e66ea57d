/** People, and the facts of this installation that decide whether set-up is still open. */
import { eq, like, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { instance, people } from './tables.ts';

export type NewPerson = typeof people.$inferInsert;
export type PeopleStore = ReturnType<typeof createPeopleStore>;

const initialized = 'initialized';
const linkPrefix = 'setup-link:';

export function createPeopleStore(db: NodePgDatabase) {
  return { isInitialized, rememberLink, isLinkValid, createFirst };

  async function isInitialized(): Promise<boolean> {
    const rows = await db.select().from(instance).where(eq(instance.key, initialized));
    return rows.length === 1;
  }

  /** Each replica may have printed a link of its own, so links stand beside each other until set-up closes. */
  async function rememberLink(tokenHash: string): Promise<void> {
    await db.insert(instance).values({ key: linkPrefix + tokenHash, value: 'open' });
  }

  /** A link lives for a day by the database's clock. */
  async function isLinkValid(tokenHash: string): Promise<boolean> {
    const rows = await db
      .select({ key: instance.key })
      .from(instance)
      .where(
        sql`${instance.key} = ${linkPrefix + tokenHash} and ${instance.updatedAt} > now() - interval '24 hours'`,
      );
    return rows.length === 1;
  }

  /** One transaction closes set-up for ever and writes the first person; of many at once, exactly one wins. */
  async function createFirst(person: NewPerson): Promise<'created' | 'closed'> {
    return db.transaction(async (tx) => {
      const won = await tx
        .insert(instance)
        .values({ key: initialized, value: 'yes' })
        .onConflictDoNothing()
        .returning({ key: instance.key });
      if (won.length === 0) return 'closed';
      await tx.insert(people).values(person);
      await tx.delete(instance).where(like(instance.key, `${linkPrefix}%`));
      return 'created';
    });
  }
}
