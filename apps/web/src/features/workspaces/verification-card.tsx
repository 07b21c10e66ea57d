import type { Verification } from '@console/console-contract';
import type { ReactNode } from 'react';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { type ProgressStep, ProgressSteps } from '../../ui/status/progress-steps.tsx';
import { StatusBadge } from '../../ui/status/status-badge.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { RelativeTime } from '../../ui/time/relative-time.tsx';

export interface VerificationCardProps {
  verification: Verification | null;
  /** When the running verification was begun; `undefined` while none runs. */
  runningSince: number | undefined;
  error: unknown;
  /** When the connectors were last read with these values, if ever: that proves them as well. */
  lastRead?: string | null | undefined;
  actions: ReactNode;
}

/** The three things a workspace needs: a token, and one page of each cloud's list. */
export function VerificationCard({
  verification,
  runningSince,
  error,
  lastRead,
  actions,
}: VerificationCardProps) {
  const running = runningSince !== undefined;
  return (
    <Card
      title="Connection to the gateway"
      actions={!running && verification && <Verdict verification={verification} />}
    >
      <div className="grid gap-4">
        <ProblemBanner error={error} />
        {!running && !verification && !error && (
          <p className="m-0 text-ink-2">
            {lastRead ? (
              <>
                These values work: connectors were read with them. Last read: <RelativeTime at={lastRead} />.
                Verify to try each step.
              </>
            ) : (
              'Not verified yet: these values have not been tried with the gateway.'
            )}
          </p>
        )}
        {(running || verification) && (
          <ProgressSteps
            label="Verification"
            steps={running ? stepsWhile(runningSince) : stepsOf(verification?.steps ?? [])}
          />
        )}
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
    </Card>
  );
}

function Verdict({ verification }: { verification: Verification }) {
  return (
    <span className="flex items-center gap-2 text-ink-3 text-sm">
      <StatusBadge kind={verification.ok ? 'ok' : 'bad'}>
        {verification.ok ? 'Verified' : 'Failed'}
      </StatusBadge>
      <RelativeTime at={verification.at} />
    </span>
  );
}

const LABELS = {
  token: 'Sign in to the gateway and get a token',
  azure: 'Read the Azure connectors',
  aws: 'Read the AWS connectors',
};

/** The server answers once, at the end: until then all of it is under way, and no step pretends to be further. */
function stepsWhile(since: number): ProgressStep[] {
  return [
    { id: 'token', label: LABELS.token, state: 'active', startedAt: since },
    { id: 'azure', label: LABELS.azure, state: 'todo' },
    { id: 'aws', label: LABELS.aws, state: 'todo' },
  ];
}

function stepsOf(steps: Verification['steps']): ProgressStep[] {
  return steps.map(({ name, outcome, milliseconds, connectors, problem }) => ({
    id: name,
    label: LABELS[name],
    state: outcome === 'ok' ? 'done' : outcome,
    detail: problem ? (
      <StepProblem problem={problem} />
    ) : (
      outcome === 'ok' && foundText(connectors, milliseconds)
    ),
  }));
}

/** "14 on the first page · 0.2 s" */
function foundText(connectors: number | null, milliseconds: number): string {
  const took = `${(milliseconds / 1000).toFixed(1)} s`;
  return connectors === null ? took : `${numberText(connectors)} on the first page · ${took}`;
}

function StepProblem({ problem }: { problem: NonNullable<Verification['steps'][number]['problem']> }) {
  return (
    <>
      {problem.message} <span className="text-ink-2">{problem.next}</span>
      {problem.detail && (
        <bdi className="wrap-anywhere mt-1 block font-mono text-ink-2">{problem.detail}</bdi>
      )}
    </>
  );
}
