/** The API client with which the Demo workspace signs in to the simulator: made once, kept beside the console's data. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type DemoCredentials = { clientId: string; clientSecret: string };

export async function demoCredentials(dataDir: string): Promise<DemoCredentials> {
  const file = join(dataDir, 'demo-gateway.json');
  const kept = await readKept(file);
  if (kept) return kept;
  const made = {
    clientId: `demo-${randomBytes(6).toString('hex')}`,
    clientSecret: randomBytes(24).toString('base64url'),
  };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function readKept(file: string): Promise<DemoCredentials | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isDemoCredentials(kept) ? kept : undefined;
  } catch {
    return undefined; // not there yet, or cut off while it was written: a new pair is made
  }
}

function isDemoCredentials(kept: unknown): kept is DemoCredentials {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'clientId' in kept &&
    typeof kept.clientId === 'string' &&
    'clientSecret' in kept &&
    typeof kept.clientSecret === 'string'
  );
}
