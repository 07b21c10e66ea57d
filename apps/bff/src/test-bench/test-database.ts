/** Gives a test its own migrated database in a few milliseconds, and takes it away again. Only tests may import this. */
import { randomBytes } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createPool, type Database } from '../adapters/database/database.ts';
import type { DatabaseAddress } from '../adapters/database/embedded-postgres.ts';
import type { DatabaseServer } from './database-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absent in the project `unit`. */
    databaseServer?: DatabaseServer;
  }
}

/** `url` connects as the console's ordinary role; use it to start further consoles on the same database. */
export type TestDatabase = Omit<Database, 'health'> & {
  url: string;
  /** Cuts every connection and refuses new ones until the answer is called. */
  suspend: () => Promise<() => Promise<void>>;
};

type Wanted = {
  /** `false` gives an empty database. */
  migrated?: boolean;
  /** Where it is made; else in the Postgres that the test files share. */
  server?: DatabaseServer;
};

export async function createTestDatabase({
  migrated = true,
  server = sharedServer(),
}: Wanted = {}): Promise<TestDatabase> {
  const asSuperuser = statementsAt(server.superuser);
  const database = `test_${randomBytes(6).toString('hex')}`;
  const template = migrated ? server.template : 'template1';
  await asSuperuser(`create database ${database} template ${template} owner ${server.console.user}`);

  const address = { ...server.console, database };
  const pool = createPool(address, pino({ level: 'silent' }));
  let closing: Promise<void> | undefined;
  return {
    db: drizzle(pool),
    pool,
    url: urlOf(address),
    async suspend() {
      await asSuperuser(`alter database ${database} connection limit 0`);
      await asSuperuser(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
      );
      return () => asSuperuser(`alter database ${database} connection limit -1`);
    },
    close() {
      closing ??= pool.end().then(() => asSuperuser(`drop database ${database} with (force)`));
      return closing;
    },
  };
}

function sharedServer(): DatabaseServer {
  const server = inject('databaseServer');
  if (server !== undefined) return server;
  throw new Error(
    'This test asks for a database, and only the projects `api` and `crash` have one: vitest.config.ts says which files they take.',
  );
}

function statementsAt(address: DatabaseAddress) {
  return async (statement: string): Promise<void> => {
    const client = new pg.Client(address);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
}

function urlOf({ host, port, user, password, database }: DatabaseAddress): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}
