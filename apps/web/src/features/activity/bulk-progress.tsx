import { useQuery } from '@tanstack/react-query';
import { operationQueries } from '../../shared/operation-queries.ts';
import { Meter } from '../../ui/meter.tsx';

/** How many connectors of a bulk are done, followed until it is settled. */
export function BulkProgressBar({
  workspace,
  operation,
  title,
}: {
  workspace: string;
  operation: string;
  title: string;
}) {
  const { data } = useQuery(operationQueries.one(workspace, operation));
  if (!data?.items) return null;
  const { total, open, failed } = data.items;
  const words = `${(total - open).toLocaleString('en')} of ${total.toLocaleString('en')} done`;
  return (
    <div className="grid gap-1 px-3 pb-2 pl-9">
      <Meter progress label={title} value={total - open} max={total} />
      <span className="text-ink-3 text-sm">
        {words}
        {failed > 0 && `, ${failed.toLocaleString('en')} of them failed`}
      </span>
    </div>
  );
}
