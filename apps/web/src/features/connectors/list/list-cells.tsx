/** What the cells of the list show. */
import type { ConnectorSummary } from '@console/console-contract';
import clsx from 'clsx';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { ConnectorStateBadge } from '../../../shared/connectors/connector-state.tsx';
import { useReasonBubble } from '../../../ui/actions/reason-bubble.tsx';
import { StatusBadge } from '../../../ui/status/status-badge.tsx';
import { RelativeTime } from '../../../ui/time/relative-time.tsx';
import { useNow } from '../../../ui/time/use-now.ts';
import type { PendingChange } from '../changes/use-connector-changes.ts';

export function NameLink({ workspace, row }: { workspace: string; row: ConnectorSummary }) {
  return (
    <Link
      to={paths.connector(workspace, row.cloud, row.id)}
      data-row-link=""
      title={row.name}
      className="-mx-1.5 block scroll-mt-10 truncate rounded-sm px-1.5 py-2 font-strong text-ink no-underline -outline-offset-2 hover:underline"
    >
      <bdi>{row.name}</bdi>
    </Link>
  );
}

/** What was asked for is called *requested* until the gateway has said what it made of it. */
export function StateOrRequest({
  row,
  pending,
}: {
  row: ConnectorSummary;
  pending: PendingChange | undefined;
}) {
  if (pending === undefined) return <ConnectorStateBadge of={row} since={row.stateSince} />;
  return <StatusBadge kind="busy">Requested</StatusBadge>;
}

export function ShortId({ id }: { id: string | null }) {
  if (id === null || id === '') return <None />;
  return (
    <span title={id} className="font-mono text-ink-2 text-sm">
      {id.length > 11 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id}
    </span>
  );
}

export function Moment({ at }: { at: string | null }) {
  return at === null ? <None /> : <RelativeTime at={at} focusable={false} />;
}

export function NextSync({ row: { nextSync, enabled } }: { row: ConnectorSummary }) {
  const now = useNow(60_000);
  if (nextSync === null || enabled === false) return <None />;
  if (Date.parse(nextSync) < now - 60_000) return <span title={nextSync}>overdue</span>;
  return <RelativeTime at={nextSync} focusable={false} />;
}

/**
 * What it most likely means comes first; the gateway's own words stand where that is not known. The whole of both shows on
 * hover and focus, and the link leads to the errors of the last job.
 */
export function NewestError({ workspace, row }: { workspace: string; row: ConnectorSummary }) {
  const { newestError, newestCause, errorsUnread } = row;
  if (errorsUnread) return <span className="text-ink-3 text-sm">not read yet</span>;
  if (newestError === null) return <None />;
  return <ErrorLink workspace={workspace} row={row} cause={newestCause} words={newestError} />;
}

type ErrorLinkProps = { workspace: string; row: ConnectorSummary; cause: string | null; words: string };

function ErrorLink({ workspace, row: { cloud, id }, cause, words }: ErrorLinkProps) {
  const { control, bubble } = useReasonBubble(
    <>
      {cause !== null && <strong className="block">{cause}</strong>}
      <bdi className="line-clamp-8 wrap-anywhere font-normal">{words}</bdi>
    </>,
  );
  return (
    <>
      <Link
        {...control}
        to={paths.connectorPart(workspace, cloud, id, 'last-job')}
        className={clsx(
          '-outline-offset-2 block truncate py-2 text-sm no-underline hover:underline',
          cause === null ? 'text-ink-2' : 'text-ink',
        )}
      >
        <bdi>{cause ?? words}</bdi>
      </Link>
      {bubble}
    </>
  );
}

export function None() {
  return <span className="text-ink-3">–</span>;
}
