import { type DraftContent, type Editing, onboardingEndpoints } from '@console/console-contract';
import { useEffect, useRef, useState } from 'react';
import { type ConnectorAddress, useConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { call } from '../../../shared/console/console-client.ts';
import { useLateNavigate } from '../../../shared/page/use-late-navigate.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/status/page-states.tsx';
import { initialAwsValues } from '../aws/aws-draft.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { places } from '../places.ts';
import { ReadOnly } from '../read-only.tsx';
import { formValuesOf } from './edit-values.ts';
import { readEditing } from './editing-queries.ts';
import { NotOpened } from './not-opened.tsx';

/** A new connector after the model of one that exists: a draft with its values and without its secrets. */
export function ClonePage() {
  const address = useConnectorAddress();
  const refused = useRefusal('connectors.onboard');
  if (refused !== undefined) return <ReadOnly title="Clone" refused={refused} />;
  if (address === null) return <EmptyState title="No such connector">The address names none.</EmptyState>;
  return <Cloning address={address} />;
}

function Cloning({ address }: { address: ConnectorAddress }) {
  const navigate = useLateNavigate();
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const begun = useRef(-1);
  useEffect(() => {
    if (begun.current === tries) return;
    begun.current = tries;
    startClone(address).then(
      ({ workspace, cloud, draft }) =>
        navigate(places.step({ workspace, cloud, draft }, 'basics'), { replace: true }),
      setError,
    );
  }, [address, navigate, tries]);
  if (error === null) return <SkeletonRows label="Copying the connector into a draft" rows={6} />;
  return (
    <NotOpened
      title="Clone"
      address={address}
      error={error}
      onRetry={() => {
        setError(null);
        setTries((before) => before + 1);
      }}
    />
  );
}

async function startClone(address: ConnectorAddress) {
  const { workspace, cloud } = address;
  const body = cloneOf(await readEditing(address));
  const { id: draft } = await call(onboardingEndpoints.startDraft, { params: { workspace }, body });
  return { workspace, cloud, draft };
}

/** The name has to be another one; the prefix may be the same. */
function cloneOf(opened: Editing): DraftContent {
  const name = `Copy of ${opened.values.name ?? ''}`;
  if (opened.cloud === 'azure') {
    const values = formValuesOf(initialAzureValues, opened.values);
    return { cloud: 'azure', step: 'basics', values: { ...values, name, secretExpiresOn: null } };
  }
  const values = formValuesOf(initialAwsValues, opened.values);
  return { cloud: 'aws', step: 'basics', values: { ...values, name } };
}
