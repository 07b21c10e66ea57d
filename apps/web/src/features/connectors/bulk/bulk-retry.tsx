import {
  type BulkItem,
  BulkKind,
  kindOf,
  type Operation,
  type OperationKind,
  retriedStates,
} from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { noteAsked } from '../../../shared/operations/asked-changes.ts';
import { useChange } from '../../../shared/operations/use-change.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { bulkQueries, type RetryRequest, retryFailed } from './bulk-queries.ts';
import { retryText, unreportedText } from './bulk-words.ts';

export interface RetryFailedProps {
  address: { workspace: string; operation: string };
  kind: OperationKind;
  /** How many are settled: all of them. */
  moved: number;
  /** Failed, absent, or left to a person. */
  failed: number;
  onRetried: (operation: Operation) => void;
}

/**
 * Once more for those that surely were not done. Of the others it is not known, so they are not sent again: they stay
 * with the operation, which is kept in sight.
 */
export function RetryFailed({ address, kind, moved, failed, onRetried }: RetryFailedProps) {
  const { workspace, operation } = address;
  const { data, error } = useQuery(bulkQueries.items(workspace, operation, moved));
  const refusal = useRefusal('connectors.change');
  const surely = data?.items.filter(({ state }) => retriedStates.includes(state)) ?? [];
  const unreported = data === undefined ? 0 : failed - surely.length;
  const retried = (begun: Operation) => {
    if (unreported > 0) noteAsked(workspace, operation);
    onRetried(begun);
  };
  const shared = {
    address,
    label: retryText(surely.length, failed),
    refusal: refusal ?? (data === undefined ? UNREAD : surely.length === 0 ? NONE : undefined),
    onRetried: retried,
  };
  return (
    <>
      {kindOf(kind).confirmed ? (
        <RetryConfirmed {...shared} kind={BulkKind.parse(kind)} failed={surely} />
      ) : (
        <RetryAtOnce {...shared} />
      )}
      <ProblemBanner error={error} />
      {unreported > 0 && <p className="m-0 basis-full text-ink-2 text-sm">{unreportedText(unreported)}</p>}
    </>
  );
}

const UNREAD = 'Which of them failed is not known yet.';
const NONE = 'None of them is sure to have failed: look at each one.';

type RetryProps = Pick<RetryFailedProps, 'address' | 'onRetried'> & {
  label: string;
  refusal: string | undefined;
};

function RetryAtOnce({ address, label, refusal, onRetried }: RetryProps) {
  const [refused, setRefused] = useState<unknown>(null);
  const { ask, sending } = useChange<RetryRequest>({
    send: retryFailed,
    onRequested: onRetried,
    onRefused: setRefused,
  });
  return (
    <>
      <Button size="sm" busy={sending.length > 0} disabledReason={refusal} onClick={() => void ask(address)}>
        {label}
      </Button>
      <ProblemBanner error={refused} onDismiss={() => setRefused(null)} />
    </>
  );
}

/** What cannot be taken back is confirmed once more, too. */
function RetryConfirmed(props: RetryProps & { kind: BulkKind; failed: BulkItem[] }) {
  const { address, label, refusal, kind, failed, onRetried } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" disabledReason={refusal} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <BulkDialog
          workspace={address.workspace}
          kind={kind}
          chosen={failed.map(({ cloud, connectorId }) => ({ cloud, id: connectorId }))}
          send={({ connectors }, key) => retryFailed({ ...address, confirmation: connectors.length }, key)}
          onClose={() => setAsking(false)}
          onStarted={onRetried}
        />
      )}
    </>
  );
}
