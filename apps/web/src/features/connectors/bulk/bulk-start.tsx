import { useQuery } from '@tanstack/react-query';
import { freshnessQuery } from '../../../shared/console/freshness-query.ts';
import { clockTimeText } from '../../../shared/text/clock-time.ts';
import { useNow } from '../../../ui/time/use-now.ts';
import { startText } from './bulk-words.ts';

/** Whether the vendor's call limit lets a bulk begin now, or when it will. Nothing while no limit was told. */
export function BulkStart({ workspace }: { workspace: string }) {
  const { data } = useQuery(freshnessQuery(workspace));
  const now = useNow(1_000);
  return data?.budget ? <p className="m-0">{startText(data.budget, now, clockTimeText)}</p> : null;
}
