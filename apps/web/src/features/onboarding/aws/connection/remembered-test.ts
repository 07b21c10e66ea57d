/**
 * The test that succeeded, remembered by this tab, so that a reload need not repeat it. Of the connection only a
 * fingerprint is written: the external id stays in the draft, where it is sealed. A forged entry opens steps, no more:
 * the gateway knows by itself what it has tested.
 */
import * as z from 'zod/mini';
import type { Connection } from '../aws-draft.ts';

const RememberedTest = z.object({ fingerprint: z.string(), at: z.number() });

export function rememberTest(workspace: string, connection: Connection, at: number): void {
  try {
    const test: z.output<typeof RememberedTest> = { fingerprint: fingerprintOf(connection), at };
    sessionStorage.setItem(keyOf(workspace), JSON.stringify(test));
  } catch {
    // Storage is blocked: the test lasts until the page is left.
  }
}

/** When this connection was tested in this tab; only the newest test is remembered. */
export function recallTest(workspace: string, connection: Connection): number | undefined {
  try {
    const parsed = RememberedTest.safeParse(JSON.parse(sessionStorage.getItem(keyOf(workspace)) ?? 'null'));
    const isThis = parsed.success && parsed.data.fingerprint === fingerprintOf(connection);
    return isThis ? parsed.data.at : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(workspace: string): string {
  return `console.aws-test.${workspace}`;
}

/** Two rounds of FNV-1a. `crypto.subtle` would need HTTPS, which a console inside a company's network may not have. */
function fingerprintOf(connection: Connection): string {
  const { connectorName, partition, baseAccountId, roleArn, externalId } = connection;
  const text = JSON.stringify([connectorName, partition, baseAccountId, roleArn, externalId]);
  return [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let hash = seed;
      for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
      return (hash >>> 0).toString(36);
    })
    .join('-');
}
