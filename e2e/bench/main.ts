/**
 * `npm run bench`: measures what performance budgets are about, ours and a reference in the same run, and prints both with
 * their ratio. It judges nothing: times on a busy machine are soft, ratios count.
 *
 *     npm run bench                                  everything
 *     npm run bench -- --only=scope-picker,calls     some of it
 *     npm run bench -- --rounds=1 --pages=1          quickly
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { asTable, budgetRatioOf, ratioOf, type Section } from './figures.ts';
import { measureGatewayCalls } from './gateway-calls.ts';
import { measureHerd } from './herd.ts';
import { measureLists } from './measured-lists.ts';
import { measureServedList } from './served-list.ts';
import { buildWebApp } from './stage.ts';
import { measureStart } from './start.ts';

const PARTS = ['start', 'served', 'herd', 'scope-picker', 'connectors', 'calls'];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join() },
    rounds: { type: 'string', default: '3' },
    pages: { type: 'string', default: '3' },
  },
});
const parts = new Set(values.only.split(','));
for (const part of parts)
  if (!PARTS.includes(part)) throw new Error(`There is no part ${part}: ${PARTS.join(', ')}.`);

const startedAt = new Date();
buildWebApp();
const effort = { rounds: Number(values.rounds), pages: Number(values.pages) };
const sections: Section[] = [];
if (parts.has('start')) sections.push(await measureStart());
if (parts.has('served')) sections.push(await measureServedList());
if (parts.has('herd')) sections.push(await measureHerd());
if (parts.has('scope-picker') || parts.has('connectors'))
  sections.push(...(await measureLists(parts, effort)));
if (parts.has('calls')) sections.push(await measureGatewayCalls());

console.log(`\n${asTable(sections)}\n`);
console.log(`The figures as JSON: ${writeResults()}`);

function writeResults(): string {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${startedAt.toISOString().replaceAll(/[:.]/g, '-')}.json`);
  const machine = { cpus: availableParallelism(), load: loadavg(), node: process.version };
  const measured = sections.map((section) => {
    const figures = section.figures.map((figure) => ({
      ...figure,
      ratio: ratioOf(figure),
      budgetRatio: budgetRatioOf(figure),
    }));
    return { ...section, figures };
  });
  writeFileSync(file, `${JSON.stringify({ startedAt, effort, machine, sections: measured }, null, 2)}\n`);
  return file;
}
