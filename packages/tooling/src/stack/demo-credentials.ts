/** The API client with which the Demo workspace signs in to the simulator: created once, stored with the console's data. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const DemoCredentials = z.object({ clientId: z.string(), clientSecret: z.string() });
export type DemoCredentials = z.infer<typeof DemoCredentials>;

export async function demoCredentials(dataDir: string): Promise<DemoCredentials> {
  const file = join(dataDir, 'demo-gateway.json');
  try {
    return DemoCredentials.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Not there yet, or cut off while it was written.
    const created = {
      clientId: `demo-${randomBytes(6).toString('hex')}`,
      clientSecret: randomBytes(24).toString('base64url'),
    };
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(file, JSON.stringify(created), { mode: 0o600 });
    return created;
  }
}
