import { cp, mkdir, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { livingPostmaster, removeFolder } from '../../test-bench/database-folder.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { openCluster } from './postgres-cluster.ts';
import { placePostgres } from './postgres-placement.ts';
import { ensurePostmaster, stopPostmaster } from './postmaster.ts';

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)(
  'as root, with installation and data below a closed folder, Postgres runs from where its account may go',
  async () => {
    const bench = await mkdtemp(join(tmpdir(), 'console-root-'));
    const lines: string[] = [];
    const log = pino({}, { write: (line) => lines.push(line) });
    // `bench` has mode 0700 and belongs to root, as root's home folder does.
    const { root, version } = await findPostgresBinaries();
    const installed = { root: join(bench, 'node_modules', 'native'), version };
    await cp(root, installed.root, { recursive: true, verbatimSymlinks: true });
    const dataDirectory = join(bench, 'data');
    await mkdir(dataDirectory);
    const systemFolder = await mkdtemp(join(tmpdir(), 'console-system-'));
    const before = process.umask(0o077); // as the console itself runs

    try {
      const placement = await placePostgres({ dataDirectory, log, systemFolder, installed });
      const cluster = await openCluster(placement, ['--no-sync']);
      await ensurePostmaster(cluster, log);
      expect(cluster.account).toMatchObject({ kind: 'lent' });
      expect(cluster.home.startsWith(systemFolder)).toBe(true);
      expect(await readlink(join(dataDirectory, 'postgres'))).toBe(placement.home);
      expect(await livingPostmaster(dataDirectory)).toBeGreaterThan(0);
      await stopPostmaster(cluster);

      const again = await placePostgres({ dataDirectory, log, systemFolder, installed });
      expect(again).toEqual(placement);
      expect(lines.filter((line) => line.includes('may not enter'))).toHaveLength(2);
    } finally {
      process.umask(before);
      await removeFolder(dataDirectory);
      await rm(bench, { recursive: true, force: true });
      await rm(systemFolder, { recursive: true, force: true });
    }
  },
);
