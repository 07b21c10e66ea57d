import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner, ProblemState } from '../../shared/console/problem-banner.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { buttonClass } from '../../ui/actions/button-class.ts';
import { Card } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/status/page-states.tsx';

/** First use: what will stand here. */
export function NothingYet({ workspace }: { workspace: string }) {
  return (
    <EmptyState
      title="Nothing was done here yet"
      actions={
        <Link to={paths.connectors(workspace)} className={buttonClass('primary')}>
          Go to the connectors
        </Link>
      }
    >
      Every change that anyone makes through the console will stand here: who asked for it, when it was sent,
      and what came of it.
    </EmptyState>
  );
}

/** A connector that the console has never changed. */
export function NeverChanged() {
  return (
    <EmptyState title="Never changed through the console">
      Runs and changes asked for here will be listed with who asked and what came of them. What was done in
      the vendor’s own interface is not known to the console.
    </EmptyState>
  );
}

/** A filter that fits nothing: the filter stays, and one press takes it away. */
export function NoEntryFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="No entry matches" actions={<Button onClick={onClear}>Clear filter</Button>}>
      Nothing that was done in this workspace fits the filter above.
    </EmptyState>
  );
}

/** Either the person may not read it, or it could not be read. */
export function NotReadable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (problemOf(error).code === 'forbidden') {
    return (
      <Card padded={false}>
        <EmptyState title="You may not see the activity of this workspace">
          Ask an administrator of the console for the role viewer or above.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padded={false}>
      <ProblemState error={error} actions={<Button onClick={onRetry}>Try again</Button>} />
    </Card>
  );
}

/** What is shown stays, and is older than it should be. That the console cannot be reached is said above every page. */
export function NotRenewed({ error }: { error: unknown }) {
  return problemOf(error).code === 'offline' ? null : <ProblemBanner error={error} />;
}
