import type { BulkProgress } from '@console/console-contract';
import { Meter } from '../../ui/status/meter.tsx';
import { progressText, startsJob } from './kind-words.ts';

/** How far a bulk is: what is done, what failed and what was given up, each in its colour. The words stand beside it. */
export function BulkMeter({ title, kind, items }: { title: string; kind: string; items: BulkProgress }) {
  const { total, done, failed, cancelled, open, jobs } = items;
  const clean = jobs === null ? (startsJob(kind) || open > 0 ? 0 : done) : jobs.succeeded;
  const withErrors = jobs?.errors ?? 0;
  return (
    <Meter
      progress
      label={title}
      value={total - open}
      max={total}
      valueText={progressText(items, kind)}
      parts={[
        { tone: 'ok', value: clean },
        { tone: 'accent', value: done - clean - withErrors },
        { tone: 'bad', value: failed + withErrors },
        { tone: 'off', value: cancelled },
      ]}
    />
  );
}
