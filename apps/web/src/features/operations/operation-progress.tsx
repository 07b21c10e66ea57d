import type { Operation } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import X from 'lucide-react/icons/x';
import { Link, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ProblemBanner, ProblemWords } from '../../shared/console/problem-banner.tsx';
import { forgetAsked } from '../../shared/operations/asked-changes.ts';
import { operationTitle } from '../../shared/operations/kind-words.ts';
import { hasHappened, isSettled, operationQueries } from '../../shared/operations/operation-queries.ts';
import { useWorkspace } from '../../shared/session/signed-in.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { ProgressSteps } from '../../ui/status/progress-steps.tsx';
import { operationSteps } from './operation-words.ts';

/** The operation that the address names (`?operation=…`), so that a reload or a colleague finds it again. */
export function OperationOfAddress() {
  const [search, setSearch] = useSearchParams();
  const workspace = useWorkspace();
  const operation = search.get('operation');
  if (operation === null) return null;
  const dismiss = () => {
    forgetAsked(workspace.id, operation);
    setSearch({}, { replace: true });
  };
  return <OperationProgress operation={operation} onDismiss={dismiss} />;
}

/** One change that was asked for: how far it is, and what it needs. Followed until it is settled. */
export function OperationProgress({
  operation: id,
  onDismiss,
}: {
  operation: string;
  onDismiss?: () => void;
}) {
  const workspace = useWorkspace();
  const { data: operation, error } = useQuery(operationQueries.one(workspace.id, id));
  if (!operation) return <ProblemBanner error={error} {...(onDismiss && { onDismiss })} />;
  return (
    <>
      <Card
        title={<bdi>{operationTitle(operation)}</bdi>}
        actions={
          onDismiss &&
          isSettled(operation) && (
            <IconButton size="sm" label="Dismiss" icon={<X size={14} />} onClick={onDismiss} />
          )
        }
      >
        <div className="grid gap-3">
          <ProgressSteps label={operationTitle(operation)} steps={operationSteps(operation)} />
          <Outcome operation={operation} workspace={workspace.id} />
        </div>
      </Card>
      {operation.followedBy && <OperationProgress operation={operation.followedBy} />}
    </>
  );
}

const COMPARE = 'Compare with the vendor’s own interface before you try again.';

/** What a person must know beyond the steps: the refusal, or the look-alikes that only she can tell apart. */
function Outcome({ operation, workspace }: { operation: Operation; workspace: string }) {
  const { state, problem, requestId, candidates, cloud } = operation;
  if (state === 'needs-review') {
    return (
      <Banner tone="warn" title={problem?.message ?? 'Please look for yourself.'} requestId={requestId}>
        {candidates.length > 0 && cloud !== null ? (
          <>
            These connectors look alike and one of them may be it:{' '}
            {candidates.map((candidate) => (
              <Link
                key={candidate}
                to={paths.connector(workspace, cloud, candidate)}
                className="mr-2 text-accent-ink"
              >
                {candidate}
              </Link>
            ))}
          </>
        ) : (
          <ProblemWords problem={problem ?? { next: COMPARE }} />
        )}
      </Banner>
    );
  }
  if (problem === null || hasHappened(operation)) return null;
  return (
    <Banner tone={state === 'unknown' ? 'warn' : 'bad'} title={problem.message} requestId={requestId}>
      <ProblemWords problem={problem} />
    </Banner>
  );
}
