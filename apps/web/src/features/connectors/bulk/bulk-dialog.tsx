import { type BulkKind, type ConnectorSummary, kindOf, type Operation } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { useChange } from '../../../shared/operations/use-change.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Spinner } from '../../../ui/status/spinner.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import { Preview } from './bulk-preview.tsx';
import { type BulkRequest, bulkQueries, startBulk } from './bulk-queries.ts';
import { BulkStart } from './bulk-start.tsx';
import { confirmationPhrase, connectorsText } from './bulk-words.ts';

export interface BulkDialogProps {
  workspace: string;
  kind: BulkKind;
  chosen: readonly Pick<ConnectorSummary, 'cloud' | 'id'>[];
  /** Asks for it; a new bulk unless said otherwise. */
  send?: (request: BulkRequest, idempotencyKey: string) => Promise<Operation>;
  onClose: () => void;
  onStarted: (operation: Operation) => void;
}

/** Says what would be done and what is left out, before anything is; what destroys is confirmed by typing, with how many they are. */
export function BulkDialog(props: BulkDialogProps) {
  const { workspace, kind, chosen, send = startBulk, onClose, onStarted } = props;
  // What was chosen when it was asked: a list that is read anew meanwhile changes nothing of it.
  const [connectors] = useState(() => chosen.map(({ cloud, id }) => ({ cloud, id })));
  const request = useMemo(() => ({ workspace, kind, connectors }), [workspace, kind, connectors]);
  const preview = useQuery(bulkQueries.preview(request));
  const [refusal, setRefusal] = useState<unknown>(null);
  const { ask, sending } = useChange({ send, onRequested: onStarted, onRefused: setRefusal });
  const { data, error, isFetching } = preview;
  const { verb, confirmed } = kindOf(kind);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void ask(request)}
      title={`${verb} ${whatText(data?.will, connectors.length)}`}
      verb={verb}
      tone={confirmed ? 'danger' : 'primary'}
      typedName={confirmed ? confirmationPhrase(kind, connectors.length) : undefined}
      busy={sending.length > 0}
      disabledReason={data === undefined ? UNREAD : data.will === 0 ? NOTHING : undefined}
    >
      {data && <Preview request={request} preview={data} />}
      {data && data.will > 0 && <BulkStart workspace={workspace} />}
      {isFetching && !data && (
        <p role="status" className="m-0 flex items-center gap-2">
          <Spinner /> Looking at what would be done…
        </p>
      )}
      <ProblemBanner
        error={error}
        action={
          <Button size="sm" busy={isFetching} onClick={() => void preview.refetch()}>
            Try again
          </Button>
        }
      />
      <ProblemBanner error={refusal} onDismiss={() => setRefusal(null)} />
    </ConfirmDialog>
  );
}

/** "11 connectors", or "10 of 11 connectors" where some are left out. */
function whatText(will: number | undefined, chosen: number): string {
  const all = connectorsText(chosen);
  return will === undefined || will === chosen ? all : `${numberText(will)} of ${all}`;
}

const UNREAD = 'What would be done is not known yet.';
const NOTHING = 'Every one of them would be left out.';
