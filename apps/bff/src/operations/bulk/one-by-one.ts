/** Sends items each with a call of its own: everything on AWS, and deletions. */
import { type ConnectorSummary, kindOf } from '@console/console-contract';
import { kindOfItems } from '../kinds/kinds.ts';
import type { OperationRow } from '../rows.ts';
import type { Progress } from '../settlement/progress.ts';
import type { Send } from '../settlement/sending.ts';
import type { ItemStore } from './item-store.ts';
import type { BulkRow } from './rows.ts';
import { strictest, type Verdict, verdictOn } from './verdict.ts';

type Deps = {
  items: Pick<ItemStore, 'restate' | 'putBack'>;
  progress: Pick<Progress, 'keep' | 'settled' | 'conclude'>;
  /** Calls as background work, and marks items as sent the way items are. */
  send: Send;
  /** How a connector looks by the snapshot now. */
  summaryOf: (workspaceId: string, item: OperationRow) => Promise<ConnectorSummary | null>;
};

export type OneByOne = ReturnType<typeof createOneByOne>;

export function createOneByOne({ items, progress, send, summaryOf }: Deps) {
  return { sendAll, upToDate };

  async function sendAll(bulk: BulkRow, chosen: readonly OperationRow[]): Promise<Verdict> {
    return strictest(await Promise.all(chosen.map((item) => sendOne(bulk, item))));
  }

  async function sendOne(bulk: BulkRow, item: OperationRow): Promise<Verdict> {
    let verdict: Verdict = { kind: 'go-on' };
    progress.keep(item, async () => {
      const ready = await upToDate(bulk, item);
      const outcome = await send(ready, null);
      if (outcome.kind === 'failed') verdict = verdictOn(outcome.problem);
      if (verdict.kind === 'go-on') await progress.conclude(ready, outcome, null);
      else await items.putBack(bulk.id, [item.id]);
    });
    await progress.settled(item.id);
    return verdict;
  }

  /** The bulk may have waited for hours: what a job starts from is what the connector looks like now. */
  async function upToDate(bulk: BulkRow, item: OperationRow): Promise<OperationRow> {
    if (!kindOf(bulk.kind).startsJob) return item;
    const now = await summaryOf(bulk.workspaceId, item);
    if (now === null) return item;
    const request = kindOfItems(bulk.kind).itemOf(now);
    await items.restate(item.id, request);
    return { ...item, request };
  }
}
