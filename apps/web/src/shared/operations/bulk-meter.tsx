import type { BulkProgress } from '@console/console-contract';
import { Meter } from '../../ui/status/meter.tsx';
import { progressText, startsJob } from './kind-words.ts';

/** How far a bulk is: what is done, what failed and what was given up, each in its colour. The words stand beside it. */
export function BulkMeter({ title, kind, items }: { title: string; kind: string; items: BulkProgress }) {
  const { total, done, failed, cancelled, open } = items;
  return (
    <Meter
      progress
      label={title}
      value={total - open}
      max={total}
      valueText={progressText(items, kind)}
      parts={[
        { tone: open === 0 && !startsJob(kind) ? 'ok' : 'accent', value: done },
        { tone: 'bad', value: failed },
        { tone: 'off', value: cancelled },
      ]}
    />
  );
}
