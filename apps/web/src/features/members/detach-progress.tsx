import X from 'lucide-react/icons/x';
import { ProblemWords } from '../../shared/console/problem-banner.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { ProgressSteps } from '../../ui/status/progress-steps.tsx';
import type { Detaching } from './use-member-changes.ts';

/** Several members, one after the other: how far it is, and where it ended. */
export function DetachProgress({
  detaching: { batches, states, trouble },
  onDismiss,
}: {
  detaching: Detaching;
  onDismiss: () => void;
}) {
  const done = states.filter((state) => state === 'done').length;
  const open = states.some((state) => state === 'todo' || state === 'active');
  return (
    <Card
      title={`Detaching: ${done} of ${batches.length} done`}
      actions={!open && <IconButton size="sm" label="Dismiss" icon={<X size={14} />} onClick={onDismiss} />}
    >
      <div className="grid gap-3">
        <div className="max-h-60 overflow-auto">
          <ProgressSteps
            label="Detaching members"
            steps={batches.map(({ names, ids }, index) => ({
              id: ids.join(),
              label: names,
              state: states[index] ?? 'todo',
            }))}
          />
        </div>
        {trouble && (
          <Banner
            tone={trouble.state === 'needs-review' ? 'warn' : 'bad'}
            title={trouble.problem?.message ?? 'One member could not be detached.'}
            requestId={trouble.requestId}
          >
            <ProblemWords problem={trouble.problem ?? {}} />
          </Banner>
        )}
        <p className="m-0 text-ink-3 text-sm">
          {open
            ? 'Each is settled before the next is begun. If you leave this page, those not begun stay attached.'
            : states.includes('skipped')
              ? 'Those that were not begun are still attached: choose them again to go on.'
              : 'They run on their own now.'}
        </p>
      </div>
    </Card>
  );
}
