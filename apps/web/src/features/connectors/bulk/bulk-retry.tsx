import { type Operation, type OperationKind, retriedStates } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemBanner } from '../../../shared/problem-banner.tsx';
import { useRoleReason } from '../../../shared/signed-in.tsx';
import { useChange } from '../../../shared/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { bulkQueries, type RetryWish, retryFailed } from './bulk-queries.ts';

export interface RetryFailedProps {
  address: { workspace: string; operation: string };
  kind: OperationKind;
  /** How many are settled: all of them. */
  moved: number;
  onRetried: (operation: Operation) => void;
}

/** Once more for those that failed. What cannot be taken back is confirmed once more, too. */
export function RetryFailed({ address, kind, moved, onRetried }: RetryFailedProps) {
  const refusal = useRoleReason('operator');
  if (kind === 'delete-connectors') {
    return <RetryDeletion address={address} moved={moved} refusal={refusal} onRetried={onRetried} />;
  }
  return <RetryAtOnce address={address} refusal={refusal} onRetried={onRetried} />;
}

type RetryProps = Pick<RetryFailedProps, 'address' | 'onRetried'> & { refusal: string | undefined };

function RetryAtOnce({ address, refusal, onRetried }: RetryProps) {
  const [refused, setRefused] = useState<unknown>(null);
  const { ask, sending } = useChange<RetryWish>({
    send: retryFailed,
    onRequested: onRetried,
    onRefused: setRefused,
  });
  return (
    <>
      <Button size="sm" busy={sending.length > 0} disabledReason={refusal} onClick={() => void ask(address)}>
        Retry failed
      </Button>
      <ProblemBanner error={refused} onDismiss={() => setRefused(null)} />
    </>
  );
}

function RetryDeletion({ address, refusal, moved, onRetried }: RetryProps & { moved: number }) {
  const { workspace, operation } = address;
  const [asking, setAsking] = useState(false);
  const { data, error } = useQuery(bulkQueries.items(workspace, operation, moved));
  const failed = (data?.items ?? [])
    .filter(({ state }) => retriedStates.includes(state))
    .map(({ cloud, connectorId }) => ({ cloud, id: connectorId }));
  const unread = data === undefined ? 'Which of them failed is not known yet.' : undefined;
  const none = failed.length === 0 ? 'None of them is sure to have failed: look at each one.' : undefined;
  return (
    <>
      <Button size="sm" disabledReason={refusal ?? unread ?? none} onClick={() => setAsking(true)}>
        Retry failed
      </Button>
      <ProblemBanner error={error} />
      {asking && (
        <BulkDialog
          workspace={workspace}
          kind="delete-connectors"
          chosen={failed}
          send={(wish, key) => retryFailed({ ...address, confirmation: wish.connectors.length }, key)}
          onClose={() => setAsking(false)}
          onStarted={onRetried}
        />
      )}
    </>
  );
}
