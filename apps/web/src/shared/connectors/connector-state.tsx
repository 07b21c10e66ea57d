import { type ConnectorState, workingStates } from '@console/console-contract';
import { StatusBadge, type StatusKind } from '../../ui/status/status-badge.tsx';
import { Elapsed } from '../../ui/time/relative-time.tsx';
import { useNow } from '../../ui/time/use-now.ts';

type Shown = { state: ConnectorState; stateText: string; enabled: boolean | null };

/**
 * The state of a connector or member as icon, word and colour. `since` lets a working one count, and call itself stuck. A word of the
 * vendor's own may have any length: where it `wraps` it is shown whole, in a row of a table it is cut.
 */
export function ConnectorStateBadge({
  of,
  since,
  wraps = false,
}: {
  of: Shown;
  since?: string | undefined;
  wraps?: boolean;
}) {
  const word = stateWord(of);
  if (of.enabled === false) return <StatusBadge kind="off">{word}</StatusBadge>;
  if (since !== undefined && workingStates.includes(of.state))
    return <WorkingBadge state={of.state} since={since} />;
  const isLong = wraps && word.length > LONGEST_OF_OURS;
  return (
    <StatusBadge kind={LOOKS[of.state].kind}>
      {isLong ? <bdi className="wrap-anywhere min-w-0 whitespace-normal">{word}</bdi> : word}
    </StatusBadge>
  );
}

/** No word of the console's own is longer; those are never broken. */
const LONGEST_OF_OURS = 24;

/** The vendor's set of states is open: its own word is more than our "unknown". */
export function stateWord({ state, stateText, enabled }: Shown): string {
  if (enabled === false) return 'Disabled';
  return (state === 'unknown' && stateText.trim()) || LOOKS[state].word;
}

/** Jobs of large tenants take hours; after six the vendor's own pages advise to look into it. */
const STUCK_MS = 6 * 3_600_000;

function WorkingBadge({ state, since }: { state: ConnectorState; since: string }) {
  const now = useNow(10_000);
  const passed = now - Date.parse(since);
  const { kind, word } = LOOKS[state];
  if (passed > STUCK_MS) return <StatusBadge kind="warn">Stuck {hoursText(passed)}</StatusBadge>;
  return (
    <StatusBadge kind={kind}>
      {word}
      {state === 'running' && (
        <>
          {' · '}
          <Elapsed since={since} />
        </>
      )}
    </StatusBadge>
  );
}

function hoursText(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

const LOOKS: Record<ConnectorState, { kind: StatusKind; word: string }> = {
  pending: { kind: 'queued', word: 'Pending' },
  queued: { kind: 'queued', word: 'Queued' },
  running: { kind: 'busy', word: 'Running' },
  succeeded: { kind: 'ok', word: 'Succeeded' },
  errors: { kind: 'bad', word: 'Errors' },
  unknown: { kind: 'unknown', word: 'Unknown' },
};
