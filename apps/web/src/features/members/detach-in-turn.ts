/** Detaching more than the gateway takes at once: one call after the other, each settled before the next. Pure but for `detach`. */
import type { Member } from '@console/console-contract';
import { numberText } from '../../ui/time/number-text.ts';

export type Batch = { ids: string[]; names: string };
export type BatchState = 'todo' | 'active' | 'done' | 'failed' | 'skipped';

/** The document of AWS has a call for one member; that of Azure takes many, of which the console sends at most 200 at once. */
export function batchesOf(cloud: 'azure' | 'aws', members: readonly Pick<Member, 'id' | 'name'>[]): Batch[] {
  const size = cloud === 'aws' ? 1 : 200;
  const starts = Array.from({ length: Math.ceil(members.length / size) }, (_, index) => index * size);
  return starts.map((start) => {
    const batch = members.slice(start, start + size);
    const [first] = batch;
    const names = batch.length === 1 && first ? first.name : `${numberText(batch.length)} members`;
    return { ids: batch.map(({ id }) => id), names };
  });
}

/** The first that does not happen ends it: what went wrong once is a person's to look at before it is done to the others. */
export async function detachInTurn(
  batches: readonly Batch[],
  {
    detach,
    onStates,
    signal,
  }: {
    detach: (batch: Batch) => Promise<boolean>;
    onStates: (states: BatchState[]) => void;
    signal: AbortSignal;
  },
): Promise<void> {
  const states: BatchState[] = batches.map(() => 'todo');
  for (const [index, batch] of batches.entries()) {
    if (signal.aborted) return;
    states[index] = 'active';
    onStates([...states]);
    states[index] = (await detach(batch)) ? 'done' : 'failed';
    if (states[index] === 'failed') states.fill('skipped', index + 1);
    onStates([...states]);
    if (states[index] === 'failed') return;
  }
}
