import type { Cloud, OpenChange } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasHappened, isSettled, operationQueries } from '../../../shared/operations/operation-queries.ts';
import type { WizardAddress } from '../places.ts';

/** A creation of this very draft, or of a connector with its name, that was asked for in another tab or by another user. */
export type CreationElsewhere = {
  operation: string;
  name: string;
  by: string;
  ofThisDraft: boolean;
  /** The connector that came of it; `null` while it is under way. */
  became: { cloud: Cloud; id: string } | null;
};

/** Nothing once it is known not to have happened: then it may be asked for again. */
export function useCreationElsewhere(
  { workspace, cloud, draft }: WizardAddress,
  typedName: string,
): CreationElsewhere | null {
  const isOfDraft = (one: OpenChange) => draft !== null && one.draft === draft;
  const isOfName = (one: OpenChange) => one.cloud === cloud && one.connectorName === typedName.trim();
  const isThis = (one: OpenChange) => one.kind === 'create-connector' && (isOfDraft(one) || isOfName(one));

  const { data: open } = useQuery(operationQueries.open(workspace));
  // Remembered, because what is settled is open no more.
  const [seen, setSeen] = useState<OpenChange>();
  const found = open?.find(isThis);
  if (found !== undefined && found.operation !== seen?.operation) setSeen(found);
  const { data: followed } = useQuery({
    ...operationQueries.one(workspace, seen?.operation ?? ''),
    enabled: seen !== undefined,
  });

  if (seen === undefined || !isThis(seen)) return null;
  const { operation, connectorName: name, requestedBy: by } = seen;
  const creation = { operation, name, by, ofThisDraft: isOfDraft(seen), became: null };
  if (followed === undefined || !isSettled(followed)) return creation;
  // That the name is taken is said at its field.
  if (!hasHappened(followed) || followed.connectorId === null || !creation.ofThisDraft) return null;
  return { ...creation, became: { cloud: seen.cloud, id: followed.connectorId } };
}

/** Why the same is not asked for once more. */
export function whyNotTwice(creation: CreationElsewhere | null): string | undefined {
  if (creation === null) return undefined;
  if (creation.became !== null) return 'It has been created already.';
  return creation.ofThisDraft
    ? 'It is being created already.'
    : 'A connector of this name is being created already. Choose another name, or wait for what comes of it.';
}
