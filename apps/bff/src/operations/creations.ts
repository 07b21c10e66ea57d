/** Creating connectors as people meet it: the credentials travel beside the request, which is kept without them. */
import type { Operation } from '@console/console-contract';
import type { CredentialVault } from '../ports/credential-vault.ts';
import type { Credentials } from './change.ts';
import { type Asker, type AwsWish, type AzureWish, creation } from './requests.ts';
import type { NewOperation } from './rows.ts';

type Deps = {
  vault: Pick<CredentialVault, 'fingerprint'>;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
  ask: (operation: NewOperation, credentials: Credentials) => Promise<Operation>;
};

export function createCreations({ vault, assertWorkspace, ask }: Deps) {
  return { createAzure, createAws };

  async function createAzure(workspaceId: string, wish: AzureWish, asker: Asker): Promise<Operation> {
    await assertWorkspace(workspaceId);
    const { secretValue } = wish;
    const fingerprint = vault.fingerprint(secretValue);
    return ask(creation(workspaceId, { cloud: 'azure', ...wish, fingerprint }, asker), { secretValue });
  }

  async function createAws(workspaceId: string, wish: AwsWish, asker: Asker): Promise<Operation> {
    await assertWorkspace(workspaceId);
    const { externalId, memberExternalId } = wish;
    const fingerprint = `${vault.fingerprint(externalId)} ${vault.fingerprint(memberExternalId)}`;
    const credentials = { externalId, memberExternalId };
    return ask(creation(workspaceId, { cloud: 'aws', ...wish, fingerprint }, asker), credentials);
  }
}
