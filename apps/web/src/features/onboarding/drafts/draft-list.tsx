import { type Cloud, type OpenChange, onboardingEndpoints } from '@console/console-contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../shared/console/console-client.ts';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { operationQueries } from '../../../shared/operations/operation-queries.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { CloudMark } from '../../../ui/status/cloud-mark.tsx';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { RelativeTime } from '../../../ui/time/relative-time.tsx';
import { places } from '../places.ts';
import { onboardingQueries } from '../queries.ts';
import { titleOfStep, type WizardStep } from '../wizard/wizard-steps.ts';

type Draft = {
  id: string;
  cloud: Cloud;
  name: string;
  step: WizardStep;
  updatedAt: string;
  updatedBy: string;
};

export interface DraftListProps {
  workspace: string;
  drafts: UseQueryResult<{ drafts: Draft[] }>;
}

/** Drafts that wait to be finished. Nothing where there are none. */
export function DraftList({ workspace, drafts }: DraftListProps) {
  const [leaving, setLeaving] = useState<Draft | null>(null);
  const { data: open = [] } = useQuery(operationQueries.open(workspace));
  if (drafts.error) return <ProblemState error={drafts.error} />;
  if (drafts.data === undefined) return <SkeletonRows label="Loading drafts" rows={2} />;
  if (drafts.data.drafts.length === 0) return null;
  return (
    <Card title="Go on with a draft" padded={false}>
      <ul className="m-0 list-none p-0">
        {drafts.data.drafts.map((draft) => (
          <DraftRow
            key={draft.id}
            workspace={workspace}
            draft={draft}
            creation={open.find((change) => change.draft === draft.id)}
            onDiscard={() => setLeaving(draft)}
          />
        ))}
      </ul>
      <DiscardDialog workspace={workspace} draft={leaving} onClose={() => setLeaving(null)} />
    </Card>
  );
}

interface DraftRowProps {
  workspace: string;
  draft: Draft;
  /** Its connector was asked for and is not there yet: until then there is nothing to go on with. */
  creation: OpenChange | undefined;
  onDiscard: () => void;
}

function DraftRow({ workspace, draft, creation, onDiscard }: DraftRowProps) {
  const name = nameOf(draft);
  const address = { workspace, cloud: draft.cloud, draft: draft.id };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="grid min-w-48 flex-1 gap-0.5">
        <span className="flex items-center gap-2">
          <CloudMark cloud={draft.cloud} />
          <span className="wrap-anywhere font-strong">{name}</span>
        </span>
        <span className="text-ink-3 text-sm">
          {creation
            ? `Being created · asked for by ${creation.requestedBy}`
            : `At ${titleOfStep(draft.cloud, draft.step)} · saved by ${draft.updatedBy}`}
          {' · '}
          <RelativeTime at={draft.updatedAt} />
        </span>
      </div>
      {creation ? (
        <Link
          to={places.creation(address, creation.operation)}
          className={buttonClass()}
          aria-label={`See how far it is: ${name}`}
        >
          See how far it is
        </Link>
      ) : (
        <>
          <Link
            to={places.step(address, draft.step)}
            className={buttonClass()}
            aria-label={`Go on with ${name}`}
          >
            Go on
          </Link>
          <Button variant="quiet" aria-label={`Discard ${name}`} onClick={onDiscard}>
            Discard
          </Button>
        </>
      )}
    </li>
  );
}

function DiscardDialog(props: { workspace: string; draft: Draft | null; onClose: () => void }) {
  const { workspace, draft, onClose } = props;
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: (id: string) => call(onboardingEndpoints.discardDraft, { params: { workspace, draft: id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: onboardingQueries.drafts(workspace).queryKey }),
  });
  const close = () => {
    discard.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={draft !== null}
      onClose={close}
      onConfirm={() => draft && discard.mutate(draft.id, { onSuccess: close })}
      title="Discard draft"
      verb="Discard"
      busy={discard.isPending}
      error={discard.error && problemOf(discard.error).message}
    >
      <p className="m-0">
        The draft <b className="font-bold text-ink">{draft && nameOf(draft)}</b> and everything typed in it
        goes. No connector is touched.
      </p>
    </ConfirmDialog>
  );
}

function nameOf({ name }: Draft): string {
  return name.trim() === '' ? 'Unnamed connector' : name;
}
