import type { Activity, ActivityChange, ActivityOperation, StartedJob } from '@console/console-contract';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ProblemWords } from '../../shared/console/problem-banner.tsx';
import { jobStep } from '../../shared/operations/job-words.ts';
import { hasHappened, isSettled } from '../../shared/operations/operation-queries.ts';
import { CopyButton } from '../../ui/actions/copy-button.tsx';
import { SummaryList } from '../../ui/layout/summary-list.tsx';
import { type ProgressStep, ProgressSteps } from '../../ui/status/progress-steps.tsx';
import { RequestId } from '../../ui/status/request-id.tsx';
import { absoluteTimeText } from '../../ui/time/relative-time-text.ts';
import { entryTitle, fieldWords, inFieldOrder, stepWords, valuesTitle } from './activity-words.ts';
import { ReviewerNote } from './reviewer-note.tsx';

/** Everything that is known of an entry: its steps, what changed, what went wrong, and where to go from here. */
export function EntryDetails({ entry, workspace }: { entry: Activity; workspace: string }) {
  const { operation, changes, requestId } = entry;
  const problem = entry.outcome === 'succeeded' ? null : operation?.problem;
  return (
    <div className="grid max-w-[92ch] gap-3 text-sm">
      {operation ? (
        <ProgressSteps label={`Steps: ${entryTitle(entry)}`} steps={stepsOf(operation, entry.kind)} />
      ) : (
        <SummaryList items={factsOf(entry)} />
      )}
      {changes.length > 0 && <Changes entry={entry} />}
      {problem && (
        <div>
          <bdi className="block font-strong">{problem.message}</bdi>
          <ProblemWords problem={problem} />
        </div>
      )}
      <WayOn entry={entry} workspace={workspace} />
      {operation?.state === 'needs-review' && <ReviewerNote operation={operation} workspace={workspace} />}
      {requestId && <RequestId id={requestId} />}
      {operation && (
        <span>
          <CopyButton
            text={window.location.origin + paths.activityEntry(workspace, operation.id)}
            label="Copy link"
          />
        </span>
      )}
    </div>
  );
}

function stepsOf(operation: ActivityOperation, kind: string) {
  const { steps, items, job } = operation;
  const last = steps.length - 1;
  const known = steps.map((step, index) => {
    const at = absoluteTimeText(Date.parse(step.at));
    const words = step.state === 'failed' && items ? NOT_ALL : stepWords(step.state, kind);
    if (index < last || hasHappened(operation))
      return { id: `${index}`, label: words, state: 'done' as const, detail: at };
    if (!isSettled(operation))
      return { id: `${index}`, label: words, state: 'active' as const, detail: at, startedAt: step.at };
    return { id: `${index}`, label: `${words} · ${at}`, state: 'failed' as const };
  });
  return job ? [...known, stepOfJob(job)] : known;
}

function stepOfJob(job: StartedJob): ProgressStep {
  const { endedAt } = job;
  const seen = endedAt === null ? {} : { detail: `seen ${absoluteTimeText(Date.parse(endedAt))}` };
  return { id: 'job', ...jobStep(job), ...seen };
}

/** The gateway did not refuse the bulk itself: some of its connectors did not do what was asked. */
const NOT_ALL = 'Not every connector did what was asked';

function factsOf({ at, actor, address, subject, kind }: Activity) {
  return [
    { label: 'When', value: absoluteTimeText(Date.parse(at)) },
    { label: 'Who', value: <bdi>{actor}</bdi> },
    ...(subject === actor
      ? []
      : [{ label: kind === 'session.refused' ? 'Account (digest)' : 'What', value: <bdi>{subject}</bdi> }]),
    ...(address === null ? [] : [{ label: 'From', value: address, mono: true }]),
  ];
}

function Changes({ entry }: { entry: Activity }) {
  // Only an edit goes from one value to another: everything else was asked for as it stands.
  const isEdit = entry.kind === 'edit-connector' || entry.operation === null;
  return (
    <div className="grid gap-1.5">
      <span className="font-strong">{valuesTitle(entry)}</span>
      <SummaryList
        items={inFieldOrder(entry.changes).map((change) => ({
          label: fieldWords(change.field),
          value: isEdit ? <ChangeText change={change} /> : <bdi>{change.after ?? change.before}</bdi>,
        }))}
      />
    </div>
  );
}

function ChangeText({ change: { field, before, after } }: { change: ActivityChange }) {
  // Whether it is another one than before, neither the gateway nor the console tells.
  if (field === 'credentials') return 'sent again';
  if (before === null && after === null) return 'changed';
  return (
    <>
      {before ? (
        <del className="text-ink-3">
          <bdi>{before}</bdi>
        </del>
      ) : (
        <span className="text-ink-3">nothing</span>
      )}
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> became </span>
      <ins className="no-underline">
        <bdi>{after || 'nothing'}</bdi>
      </ins>
    </>
  );
}

/** To the connector, while there is one; to the items of a bulk. */
function WayOn({ entry, workspace }: { entry: Activity; workspace: string }) {
  const { cloud, connectorId, connectorName, kind, outcome, operation } = entry;
  if (operation !== null && cloud === null) {
    return (
      <Link to={paths.connectorsAfter(workspace, operation.id)} className="w-fit text-accent-ink">
        What came of each connector
      </Link>
    );
  }
  const gone = kind === 'delete-connector' && outcome === 'succeeded';
  if (cloud === null || connectorId === null || gone) return null;
  return (
    <Link to={paths.connector(workspace, cloud, connectorId)} className="w-fit text-accent-ink">
      Open <bdi>{connectorName ?? connectorId}</bdi>
    </Link>
  );
}
