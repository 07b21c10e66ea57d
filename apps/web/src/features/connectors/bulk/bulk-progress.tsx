import type { Operation, BulkProgress as Progress } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import X from 'lucide-react/icons/x';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { ProblemBanner, ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { BulkMeter } from '../../../shared/operations/bulk-meter.tsx';
import { progressText, settledTitle } from '../../../shared/operations/kind-words.ts';
import { isSettled, operationQueries } from '../../../shared/operations/operation-queries.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { FailedItems } from './bulk-failures.tsx';
import { type Steering, steerBulk } from './bulk-queries.ts';
import { RetryFailed } from './bulk-retry.tsx';

export interface BulkProgressProps {
  workspace: string;
  operation: Operation;
  items: Progress;
  /** Begun from this page just now: the button that did it is gone, so the focus comes here. */
  begunHere: boolean;
  onDismiss: () => void;
  /** A new bulk over what failed. */
  onRetried: (operation: Operation) => void;
}

/** How far a change of many connectors is, with what can be done about it. */
export function BulkProgress(props: BulkProgressProps) {
  const { workspace, operation, items, begunHere, onDismiss, onRetried } = props;
  const queryClient = useQueryClient();
  const address = { workspace, operation: operation.id };
  const steering = useMutation({
    mutationFn: (to: Steering) => steerBulk(address, to),
    onSuccess: (steered) =>
      queryClient.setQueryData(operationQueries.one(workspace, operation.id).queryKey, steered),
  });
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (begunHere) card.current?.focus({ preventScroll: true });
  }, [begunHere]);
  const settled = isSettled(operation) && items.open === 0;
  const title = settledTitle(operation);
  const ended = items.jobs ? items.jobs.succeeded + items.jobs.errors + items.jobs.unknown : 0;
  const troubled = items.failed + (items.jobs ? items.jobs.errors + items.jobs.unknown : 0);
  const dismiss = () => {
    onDismiss();
    document.getElementById('page-title')?.focus({ preventScroll: true });
  };
  return (
    <Card
      title={title}
      actions={settled && <IconButton size="sm" label="Dismiss" icon={<X size={14} />} onClick={dismiss} />}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div ref={card} tabIndex={-1} role="group" aria-label={title} className="grid gap-3 outline-offset-4">
        <BulkMeter title={title} kind={operation.kind} items={items} />
        <div className="flex min-h-7.5 flex-wrap items-center gap-2">
          <p role="status" className="m-0 mr-auto text-ink-2 text-sm">
            {progressText(items, operation.kind)}
            {standText(operation, items)}
          </p>
          {isSteerable(operation) && (
            <Steer
              state={operation.state}
              busy={steering.isPending}
              onSteer={(to) => steering.mutate(to)}
              heir={card}
            />
          )}
          {settled && items.failed > 0 && (
            <RetryFailed
              address={address}
              kind={operation.kind}
              moved={items.total}
              failed={items.failed}
              onRetried={onRetried}
            />
          )}
        </div>
        <ProblemBanner error={steering.error} onDismiss={steering.reset} />
        {operation.problem && (
          <Banner tone="warn" title={operation.problem.message} requestId={operation.requestId}>
            <ProblemWords problem={operation.problem} />
          </Banner>
        )}
        {troubled > 0 && <FailedItems address={address} moved={items.total - items.open + ended} />}
      </div>
    </Card>
  );
}

function standText({ state }: Operation, { waitingUntil }: Progress): string {
  if (state === 'paused') return ' · paused';
  if (state === 'cancelled') return ' · cancelled';
  if (state !== 'running' || waitingUntil === null) return '';
  return ` · waiting until ${shortTimeText(waitingUntil)}, as the gateway takes no more calls for now`;
}

type Steerable = Operation & { state: 'running' | 'paused' };

function isSteerable(operation: Operation): operation is Steerable {
  return operation.state === 'running' || operation.state === 'paused';
}

type SteerProps = {
  state: Steerable['state'];
  busy: boolean;
  onSteer: (to: Steering) => void;
  /** Takes the focus when the buttons go away under it. */
  heir: RefObject<HTMLElement | null>;
};

function Steer({ state, busy, onSteer, heir }: SteerProps) {
  const refusal = useRefusal('operations.steer');
  const bequeath = useCallback(
    (buttons: HTMLElement | null) => () => {
      if (buttons?.contains(document.activeElement)) heir.current?.focus({ preventScroll: true });
    },
    [heir],
  );
  const [to, verb]: [Steering, string] = state === 'running' ? ['pause', 'Pause'] : ['resume', 'Resume'];
  return (
    <div ref={bequeath} className="flex flex-wrap gap-2">
      <Button size="sm" busy={busy} disabledReason={refusal} onClick={() => onSteer(to)}>
        {verb}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        busy={busy}
        disabledReason={refusal}
        onClick={() => onSteer('cancel')}
      >
        Cancel the rest
      </Button>
    </div>
  );
}
