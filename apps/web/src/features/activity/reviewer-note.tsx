import type { ActivityOperation } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { useRefusal } from '../../shared/session/signed-in.tsx';
import { shortTimeText } from '../../shared/text/clock-time.ts';
import { Button } from '../../ui/actions/button.tsx';
import { acknowledgeMutation } from './queries.ts';

/** Of an operation that needs review: which user has reviewed it, or the button that says so. Nothing is sent to the gateway. */
export function ReviewerNote({ operation, workspace }: { operation: ActivityOperation; workspace: string }) {
  const queryClient = useQueryClient();
  const refusal = useRefusal('operations.steer');
  const acknowledgement = useMutation({
    ...acknowledgeMutation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['activity', workspace] }),
  });
  const { id, reviewed } = operation;
  if (reviewed) {
    return (
      <p role="status" className="m-0">
        Reviewed by <bdi className="font-strong">{reviewed.by}</bdi>, {shortTimeText(reviewed.at)}.
      </p>
    );
  }
  return (
    <div className="grid justify-items-start gap-1.5">
      <span className="text-ink-2">
        Compare with the vendor’s own interface. Once you mark it as reviewed, it no longer counts as “Needs
        review”.
      </span>
      <Button
        size="sm"
        busy={acknowledgement.isPending}
        disabledReason={refusal}
        onClick={() => acknowledgement.mutate({ workspace, operation: id })}
      >
        Mark as reviewed
      </Button>
      <ProblemBanner error={acknowledgement.error} onDismiss={acknowledgement.reset} />
    </div>
  );
}
