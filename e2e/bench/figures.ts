/** From samples to figures: ours, the budget, the reference's, and their ratio, as JSON and as a table. */

export type Figure = {
  name: string;
  unit: 'ms' | 'µs' | 's' | 'MiB' | 'KB' | 'calls' | 'req/s';
  ours: number;
  /** The budget it is held to; none where the figure only explains another. */
  budget?: number;
  reference?: number;
  /** What the reference took in the run beside which the budget was set. */
  referenceThen?: number;
  /** The share of the reference that it has to reach at least, where more is better. */
  leastRatio?: number;
};

export type Section = { title: string; reference: string; notes: string[]; figures: Figure[] };

/** The smallest sample that at least this share of all samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('there are no samples');
  return value;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

export function ratioOf({ ours, reference }: Figure): number | undefined {
  return reference === undefined || reference === 0 ? undefined : ours / reference;
}

/** The budget as a ratio, which holds on any machine: absolute times are soft (performance budgets). */
export function budgetRatioOf({ budget, referenceThen }: Figure): number | undefined {
  return budget === undefined || referenceThen === undefined ? undefined : budget / referenceThen;
}

export function asTable(sections: readonly Section[]): string {
  return sections.map(sectionAsTable).join('\n\n');
}

function sectionAsTable({ title, reference, notes, figures }: Section): string {
  const header = ['', 'ours', 'budget', reference, 'ours / reference', 'budget as ratio'];
  const rows = figures.map((figure) => [
    figure.name,
    withUnit(figure.ours, figure.unit),
    figure.budget === undefined ? '' : `≤ ${withUnit(figure.budget, figure.unit)}`,
    figure.reference === undefined ? '' : withUnit(figure.reference, figure.unit),
    ratioOf(figure)?.toFixed(2) ?? '',
    ratioBudgetOf(figure),
  ]);
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return [title, line(header), ...rows.map(line), ...notes.map((note) => `* ${note}`)].join('\n');
}

function ratioBudgetOf(figure: Figure): string {
  if (figure.leastRatio !== undefined) return `≥ ${figure.leastRatio.toFixed(2)}`;
  const most = budgetRatioOf(figure);
  return most === undefined ? '' : `≤ ${most.toFixed(2)}`;
}

function withUnit(value: number, unit: Figure['unit']): string {
  const isCount = unit === 'calls' || unit === 'req/s';
  return `${isCount ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ${unit}`;
}
