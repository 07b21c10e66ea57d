/**
 * Decides where the console's Postgres lives and runs from. Normally the data directory and the installed package; when root runs the
 * console and the lent account cannot pass one of the folders above them (a home folder, mostly), somewhere it can.
 */
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { choosePostgresAccount, closedFolderAbove, type PostgresAccount } from './postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { exists, letPass } from './postgres-cluster.ts';

export type Placement = { home: string; account: PostgresAccount; binaries: PostgresBinaries };

export type PlacementRequest = {
  /** A real path. */
  dataDirectory: string;
  log: Pick<Logger, 'info'>;
  /** Where root may put things that must last. */
  systemFolder?: string;
  installed?: PostgresBinaries;
};

export async function placePostgres(request: PlacementRequest): Promise<Placement> {
  const { dataDirectory, log, systemFolder = '/var/lib/connector-console' } = request;
  const link = join(dataDirectory, 'postgres');
  const account = await choosePostgresAccount(join(link, 'data'));
  const home =
    (await linkedHome(link)) ?? (await placeHome({ dataDirectory, link, account, log, systemFolder }));
  const installed = request.installed ?? (await findPostgresBinaries());
  return { home, account, binaries: await placeBinaries(installed, home, account, log) };
}

type HomeRequest = Required<Pick<PlacementRequest, 'dataDirectory' | 'log' | 'systemFolder'>> & {
  link: string;
  account: PostgresAccount;
};

async function placeHome({ dataDirectory, link, account, log, systemFolder }: HomeRequest): Promise<string> {
  await letPass(dataDirectory, account);
  const closed = await closedFolderAbove(dataDirectory, account);
  if (closed === undefined) return link;
  if (await exists(link)) throw lockedOut(closed, account);

  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16);
  const home = join(systemFolder, name, 'postgres');
  try {
    await mkdir(systemFolder, { recursive: true });
    await chmod(systemFolder, 0o711);
    await mkdir(dirname(home), { recursive: true });
    await letPass(dirname(home), account);
  } catch {
    throw lockedOut(closed, account);
  }
  await symlink(home, link);
  log.info(
    { closed, home },
    'Postgres data is placed elsewhere, for the account that runs it may not enter the data directory',
  );
  return home;
}

function lockedOut(closed: string, account: PostgresAccount): DatabaseUnavailable {
  const name = account.kind === 'lent' ? account.name : 'the console';
  return new DatabaseUnavailable(
    `The account ${name}, which runs the console's Postgres, may not pass the folder ${closed} on the way to its data.`,
    `Run "chmod o+x ${closed}", or move the data directory to a folder that it may enter.`,
  );
}

/** A link in the data directory remembers where the data went. */
async function linkedHome(link: string): Promise<string | undefined> {
  try {
    return await readlink(link);
  } catch {
    return undefined; // not there yet, or an ordinary folder
  }
}

async function placeBinaries(
  installed: PostgresBinaries,
  home: string,
  account: PostgresAccount,
  log: Pick<Logger, 'info'>,
): Promise<PostgresBinaries> {
  const closed = await closedFolderAbove(join(installed.root, 'bin'), account);
  if (closed === undefined) return installed;
  const root = join(dirname(home), `postgres-binaries-${installed.version}`);
  if (!(await exists(root))) {
    const draft = `${root}.new-${process.pid}`;
    await cp(installed.root, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, root).catch(() => rm(draft, { recursive: true, force: true })); // another console was faster
    log.info(
      { closed, root },
      'Postgres is copied, for the account that runs it may not enter the folder of the installation',
    );
  }
  return { ...installed, root };
}
