/** Creating connectors as people meet it: the credentials travel beside the request, which is kept without them. */
import type { Operation } from '@console/console-contract';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import { type Ask, type Asker, type AwsWish, type AzureWish, creation } from './requests.ts';

type Deps = {
  vault: Pick<CredentialVault, 'fingerprint'>;
  /** Where the workspace points to at this moment; refuses as `not-found`. */
  boundTo: (workspaceId: string) => Promise<Destination>;
  ask: Ask;
};

export function createCreations({ vault, boundTo, ask }: Deps) {
  return { createAzure, createAws };

  async function createAzure(workspaceId: string, wish: AzureWish, asker: Asker): Promise<Operation> {
    const destination = await boundTo(workspaceId);
    const { secretValue } = wish;
    const fingerprint = vault.fingerprint(secretValue);
    const operation = creation(workspaceId, { cloud: 'azure', ...wish, fingerprint }, asker);
    return ask(operation, destination, { secretValue });
  }

  async function createAws(workspaceId: string, wish: AwsWish, asker: Asker): Promise<Operation> {
    const destination = await boundTo(workspaceId);
    const { externalId, memberExternalId } = wish;
    const fingerprint = `${vault.fingerprint(externalId)} ${vault.fingerprint(memberExternalId)}`;
    const operation = creation(workspaceId, { cloud: 'aws', ...wish, fingerprint }, asker);
    return ask(operation, destination, { externalId, memberExternalId });
  }
}
