import { type Operation, settledStates } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { operationQueries } from '../../shared/operation-queries.ts';
import { ProblemBanner, ProblemWords } from '../../shared/problem-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { useRun } from './use-run.ts';

/** The runs asked for from this list, followed until each is settled. */
export function useRequestedRuns(workspace: string) {
  const [asked, setAsked] = useState<readonly Operation[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ids = asked.map(({ id }) => id);
  const { data: followed = asked } = useQuery({
    ...operationQueries.several(workspace, ids),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  });
  const { run, isSending } = useRun({
    onRequested: (operation) => {
      setRefusal(null);
      setAsked((before) => [...before, operation]);
    },
    onRefused: setRefusal,
  });
  const underWay = followed.filter(({ state }) => !settledStates.includes(state));
  return {
    operations: followed,
    refusal,
    run,
    isRequested: (connector: { cloud: 'azure' | 'aws'; id: string }) =>
      isSending(connector) || underWay.some(({ connectorId }) => connectorId === connector.id),
    forgetRefusal: () => setRefusal(null),
    dismiss: (id: string) => setAsked((before) => before.filter((operation) => operation.id !== id)),
  };
}

/** What became of the runs that did not simply start. A started one shows in its row and needs no words here. */
export function RunNotices({ runs }: { runs: ReturnType<typeof useRequestedRuns> }) {
  return (
    <>
      <ProblemBanner error={runs.refusal} onDismiss={runs.forgetRefusal} />
      {runs.operations.map((operation) => (
        <RunNotice key={operation.id} operation={operation} onDismiss={() => runs.dismiss(operation.id)} />
      ))}
    </>
  );
}

function RunNotice({ operation, onDismiss }: { operation: Operation; onDismiss: () => void }) {
  const { state, connectorName, problem, requestId } = operation;
  if (state === 'unknown') {
    return (
      <Banner tone="warn" title={`No answer came for the run of ${connectorName}.`}>
        It may have started. The console is reading the connector to find out; there is no need to run it
        again.
      </Banner>
    );
  }
  if (state !== 'failed' && state !== 'absent' && state !== 'needs-person') return null;
  return (
    <Banner
      tone="bad"
      title={problem?.message ?? `${connectorName} was not run.`}
      requestId={requestId}
      onDismiss={onDismiss}
    >
      {connectorName}: <ProblemWords problem={problem ?? {}} />
    </Banner>
  );
}
