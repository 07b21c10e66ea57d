/** Credentials that connectors were made with, sealed for their workspace's hosts and client id: a workspace that moved opens none of them. */
import type { Cloud } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import * as z from 'zod/mini';
import type { BoundCredentials, ConnectorCredentials } from '../../ports/connector-gateway.ts';
import {
  type CredentialVault,
  type Destination,
  SealBroken,
  type SealedPlace,
} from '../../ports/credential-vault.ts';
import { Secret } from '../../ports/secret.ts';
import { connectorSecrets } from '../tables.ts';

type Address = { workspaceId: string; cloud: Cloud; id: string };
type Deps = {
  db: NodePgDatabase;
  vault: Pick<CredentialVault, 'seal' | 'open'>;
  boundTo: (workspaceId: string) => Promise<Destination>;
};

export function createCredentialStore({ db, vault, boundTo }: Deps) {
  return { find, save, remove };

  /** `null` when none are kept, and when they do not open any more: then they are asked for again. */
  async function find(address: Address): Promise<ConnectorCredentials | null> {
    const [row] = await db.select().from(connectorSecrets).where(one(address));
    if (row === undefined) return null;
    try {
      return opened(
        vault.open(row.sealed, placeOf(address, row.version, await boundTo(address.workspaceId))),
      );
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /**
   * Sealed for where they were given for, however long that is ago: a workspace that moved meanwhile opens them no more. One
   * change of a connector is under way at most, so no other call replaces the same row meanwhile.
   */
  async function save(address: Address, { secrets, boundTo }: BoundCredentials): Promise<void> {
    const { workspaceId, cloud, id: connectorId } = address;
    const [before] = await db
      .select({ version: connectorSecrets.version })
      .from(connectorSecrets)
      .where(one(address));
    const version = (before?.version ?? 0) + 1;
    const sealed = vault.seal(closed(secrets), placeOf(address, version, boundTo));
    await db
      .insert(connectorSecrets)
      .values({ workspaceId, cloud, connectorId, sealed, version })
      .onConflictDoUpdate({
        target: [connectorSecrets.workspaceId, connectorSecrets.cloud, connectorSecrets.connectorId],
        set: { sealed, version, keptAt: sql`now()` },
      });
  }

  async function remove(address: Address): Promise<void> {
    await db.delete(connectorSecrets).where(one(address));
  }
}

function placeOf(
  { workspaceId, cloud, id }: Address,
  version: number,
  destination: Destination,
): SealedPlace {
  return {
    table: 'connector_secrets',
    rowId: `${workspaceId}/${cloud}/${id}`,
    field: 'sealed',
    version,
    ...destination,
  };
}

function one({ workspaceId, cloud, id }: Address) {
  return and(
    eq(connectorSecrets.workspaceId, workspaceId),
    eq(connectorSecrets.cloud, cloud),
    eq(connectorSecrets.connectorId, id),
  );
}

const Closed = z.union([
  z.object({ secretValue: z.string() }),
  z.object({ externalId: z.string(), memberExternalId: z.string() }),
]);

function closed(credentials: ConnectorCredentials): Secret {
  const texts = Object.entries(credentials).map(([name, secret]) => [name, secret.exposeSecret()]);
  return new Secret(JSON.stringify(Object.fromEntries(texts)));
}

function opened(secret: Secret): ConnectorCredentials | null {
  const { data: texts } = Closed.safeParse(JSON.parse(secret.exposeSecret()));
  if (texts === undefined) return null;
  if ('secretValue' in texts) return { secretValue: new Secret(texts.secretValue) };
  const { externalId, memberExternalId } = texts;
  return { externalId: new Secret(externalId), memberExternalId: new Secret(memberExternalId) };
}
