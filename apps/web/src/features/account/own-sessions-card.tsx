import type { OwnSession } from '@console/console-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemBanner, ProblemState } from '../../shared/console/problem-banner.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Pill } from '../../ui/status/pill.tsx';
import { RelativeTime } from '../../ui/time/relative-time.tsx';
import { endSessionsMutation, ownSessionsQuery } from './queries.ts';

/** Where the user is signed in; what they do not know, they end. */
export function OwnSessionsCard() {
  const queryClient = useQueryClient();
  const list = useQuery(ownSessionsQuery);
  const end = useMutation({
    ...endSessionsMutation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const sessions = list.data?.sessions ?? [];
  const isAlone = list.isSuccess && sessions.every(({ current }) => current);
  return (
    <Card
      title="Where you are signed in"
      actions={
        <Button
          size="sm"
          busy={end.isPending && end.variables === 'others'}
          disabledReason={isAlone ? 'You are signed in nowhere else.' : undefined}
          onClick={() => end.mutate('others')}
        >
          Sign out everywhere else
        </Button>
      }
    >
      <div className="grid gap-3">
        <p className="m-0 text-ink-2 text-sm">
          Each is a browser that signed in with your password and has not signed out. End one that you do not
          know, and change your password.
        </p>
        <ProblemBanner error={end.error} />
        {end.data && (
          <Banner tone="ok" onDismiss={end.reset}>
            {endedText(end.data.ended)}
          </Banner>
        )}
        {list.error && !list.data ? (
          <ProblemState
            error={list.error}
            actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
          />
        ) : (
          <ul aria-label="Sessions" className="m-0 grid list-none p-0">
            {sessions.map((session) => (
              <SessionRow
                key={session.key}
                session={session}
                busy={isEnding(end, session)}
                onEnd={() => end.mutate({ key: session.key })}
              />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

type Ending = { isPending: boolean; variables: { key: string } | 'others' | undefined };

function isEnding({ isPending, variables }: Ending, { key }: OwnSession): boolean {
  return isPending && typeof variables === 'object' && variables.key === key;
}

function endedText(count: number): string {
  if (count === 0) return 'It had ended already.';
  return count === 1 ? '1 session ended: that browser is signed out.' : `${count} sessions ended.`;
}

type RowProps = { session: OwnSession; busy: boolean; onEnd: () => void };

function SessionRow({ session, busy, onEnd }: RowProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-line border-t py-2">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <span>
          Signed in <RelativeTime at={session.since} />
        </span>
        <span className="text-ink-2">
          Last used <RelativeTime at={session.lastUsed} />
        </span>
        {session.current && <Pill>This browser</Pill>}
      </span>
      {!session.current && (
        <Button size="sm" busy={busy} onClick={onEnd}>
          End
        </Button>
      )}
    </li>
  );
}
