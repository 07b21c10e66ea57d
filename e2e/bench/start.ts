/** From the start of the process to its first answer on data that is there, and what it holds in memory when nothing happens. */
import { setTimeout as delay } from 'node:timers/promises';
import { median, type Section } from './figures.ts';
import { processorSeconds, residentMiB } from './process-cost.ts';
import { connectWorkspace, openStage } from './stage.ts';

const STARTS = 5;
const CONNECTORS = 25;
const REST_MS = 10_000;

export async function measureStart(): Promise<Section> {
  const stage = await openStage('demo', { CONSOLE_REFRESH_SECONDS: '86400' });
  try {
    await connectWorkspace(stage, 'Bench', CONNECTORS);
    const starts: number[] = [];
    const processor: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      // Postgres stays: it is the console that is started.
      await stage.console.crash();
      const begun = performance.now();
      await stage.console.restart();
      starts.push(performance.now() - begun);
      processor.push((await processorSeconds(stage.console.pid())) ?? 0);
    }
    await delay(REST_MS);
    const resting = (await residentMiB(stage.console.pid()))?.now ?? 0;
    return {
      title: 'Start with data that is there, and rest',
      reference: 'none',
      figures: [
        { name: 'process to first answer', unit: 'ms', ours: median(starts), budget: 500 },
        { name: 'processor until then', unit: 'ms', ours: median(processor) * 1000 },
        { name: 'memory at rest', unit: 'MiB', ours: resting, budget: 120 },
      ],
      notes: [
        `Medians of ${STARTS} starts after a crash, the database running on. The answer is looked for every 50 ms.`,
        `Memory is that of the console’s process after ${REST_MS / 1000} s, without Postgres.`,
      ],
    };
  } finally {
    await stage.stop();
  }
}
