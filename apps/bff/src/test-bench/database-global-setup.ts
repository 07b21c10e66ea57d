/** Runs once for each project of vitest.config.ts whose tests have a database, and starts the Postgres they share. */
import type { TestProject } from 'vitest/node';
import { clearAbandonedServers, startDatabaseServer } from './database-server.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandonedServers();
  const { server, close } = await startDatabaseServer();
  project.provide('databaseServer', server);
  return close;
}
