import type { ActivityOperation } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { shortTimeText } from '../../shared/clock-time.ts';
import { ProblemBanner } from '../../shared/problem-banner.tsx';
import { useRoleReason } from '../../shared/signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { noteLookMutation } from './queries.ts';

/** Of an operation that needs review: which user has reviewed it, or the button that says so. Nothing is sent to the gateway. */
export function ReviewerNote({ operation, workspace }: { operation: ActivityOperation; workspace: string }) {
  const queryClient = useQueryClient();
  const refusal = useRoleReason('operator');
  const look = useMutation({
    ...noteLookMutation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['activity', workspace] }),
  });
  const { id, lookedAt } = operation;
  if (lookedAt) {
    return (
      <p role="status" className="m-0">
        Reviewed by <bdi className="font-strong">{lookedAt.by}</bdi>, {shortTimeText(lookedAt.at)}.
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
        busy={look.isPending}
        disabledReason={refusal}
        onClick={() => look.mutate({ workspace, operation: id })}
      >
        Mark as reviewed
      </Button>
      <ProblemBanner error={look.error} onDismiss={look.reset} />
    </div>
  );
}
