import type { Deletion } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { ProblemBanner, ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { RequestId } from '../../../ui/status/request-id.tsx';
import { Spinner } from '../../../ui/status/spinner.tsx';
import { numberText } from '../../../ui/time/number-text.ts';
import { connectorQueries } from '../queries.ts';

export interface DeleteDialogProps {
  address: ConnectorAddress;
  /** As the page knows it; what the gateway calls it now is asked when the dialog opens. */
  name: string;
  busy: boolean;
  /** Why the last attempt was refused. */
  refusal: unknown;
  onDelete: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name and says what goes with it, read from the gateway at this moment. */
export function DeleteDialog({ address, name: known, busy, refusal, onDelete, onClose }: DeleteDialogProps) {
  const deletion = useQuery(connectorQueries.deletion(address));
  const [unseen, setUnseen] = useState(false);
  const { data, error, isFetching } = deletion;
  const name = data?.name ?? known;
  const blind = error !== null && !unseen;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => onDelete(name)}
      title="Delete connector"
      verb="Delete"
      typedName={name}
      busy={busy}
      error={refusal ? <Refused error={refusal} /> : undefined}
      disabledReason={isFetching ? STILL_READING : blind ? UNREAD : undefined}
    >
      <p className="m-0">
        Deletes <b className="wrap-anywhere font-bold text-ink">{name}</b> at the vendor. This cannot be taken
        back. To stop it for a while, disable it instead.
      </p>
      {data && !error && <Consequences deletion={data} knownName={known} />}
      {isFetching && !data && (
        <p role="status" className="m-0 flex items-center gap-2">
          <Spinner /> Reading what goes with it…
        </p>
      )}
      {error && (
        <>
          <ProblemBanner
            error={error}
            action={
              <Button size="sm" busy={isFetching} onClick={() => void deletion.refetch()}>
                Try again
              </Button>
            }
          />
          <Checkbox
            label="Delete it without knowing what goes with it"
            checked={unseen}
            onChange={(event) => setUnseen(event.currentTarget.checked)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

const STILL_READING = 'What goes with it is still being read.';
const UNREAD = 'What goes with it could not be read. Try again, or tick that you go on without.';

function Consequences({ deletion, knownName }: { deletion: Deletion; knownName: string }) {
  const { name, members, running, asOf } = deletion;
  return (
    <>
      <ul className="m-0 list-disc space-y-1 pl-5 text-ink" aria-label="What goes with it">
        {name !== knownName && <li>It has been renamed: it was called {knownName} on this page.</li>}
        <li>{membersText(members)}</li>
        <li>{running ? 'A job of it is under way at this moment.' : 'No job of it is under way.'}</li>
      </ul>
      <p className="m-0 text-ink-3 text-sm">As of {shortTimeText(asOf)}.</p>
    </>
  );
}

function membersText(members: number | null): string {
  if (members === null)
    return 'The gateway does not tell how many members it has. Those it has are detached and keep running on their own.';
  if (members === 0) return 'It has no members.';
  if (members === 1) return '1 member is detached, which keeps running on its own.';
  return `${numberText(members)} members are detached, which keep running on their own.`;
}

function Refused({ error }: { error: unknown }) {
  const problem = problemOf(error);
  return (
    <div className="grid gap-0.5">
      <span className="font-strong">{problem.message}</span>
      <ProblemWords problem={problem} />
      {problem.requestId && <RequestId id={problem.requestId} />}
    </div>
  );
}
