/** Keeps the external ids of an AWS draft out of the database: the role in AWS is made with them. */
import type { DraftContent } from '@console/console-contract';
import * as z from 'zod/mini';
import { type CredentialVault, SealBroken, type SealedPlace } from '../ports/credential-vault.ts';
import { Secret } from '../ports/secret.ts';

type SealedContent = DraftContent & { sealedIds: string | null };
type Vault = Pick<CredentialVault, 'seal' | 'open'>;

const Ids = z.object({ externalId: z.string(), memberExternalId: z.string() });
const none = { externalId: '', memberExternalId: '' };

export function sealContent(vault: Vault, draftId: string, content: DraftContent): SealedContent {
  if (content.cloud === 'azure') return { ...content, sealedIds: null };
  const { externalId, memberExternalId } = content.values;
  const sealedIds = vault.seal(
    new Secret(JSON.stringify({ externalId, memberExternalId })),
    placeOf(draftId),
  );
  return { ...content, values: { ...content.values, ...none }, sealedIds };
}

/** Ids that cannot be opened any more (other keys) are asked for again: the rest of the draft is not lost with them. */
export function openContent(
  vault: Vault,
  content: DraftContent,
  { id, sealedIds }: { id: string; sealedIds: string | null },
): DraftContent {
  if (content.cloud === 'azure' || sealedIds === null) return content;
  return { ...content, values: { ...content.values, ...idsOf(vault, id, sealedIds) } };
}

function idsOf(vault: Vault, draftId: string, sealedIds: string) {
  try {
    const ids = Ids.safeParse(JSON.parse(vault.open(sealedIds, placeOf(draftId)).exposeSecret()));
    return ids.success ? ids.data : none;
  } catch (error) {
    if (error instanceof SealBroken) return none;
    throw error;
  }
}

/** A draft is sent nowhere, so its seal names no host. */
function placeOf(draftId: string): SealedPlace {
  return {
    table: 'drafts',
    rowId: draftId,
    field: 'external_ids',
    version: 1,
    gatewayHosts: [],
    clientId: '',
  };
}
