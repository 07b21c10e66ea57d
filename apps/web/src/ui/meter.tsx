import clsx from 'clsx';

export interface MeterProps {
  /** "API budget: 94 of 300 calls this hour" */
  label: string;
  value: number;
  max: number;
  tone?: 'accent' | 'ok' | 'warn' | 'bad' | undefined;
  /** `true` for work that advances (role progressbar) instead of a level. */
  progress?: boolean | undefined;
}

/** A thin bar for a level or for progress. The words stand beside it; the bar alone says nothing by colour. */
export function Meter({ label, value, max, tone = 'accent', progress = false }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name and a value
    <div
      role={progress ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className="h-1 overflow-hidden rounded-full bg-sunken forced-colors:border"
    >
      <div
        className={clsx('h-full rounded-full forced-colors:bg-[Highlight]', FILLS[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}

const FILLS = { accent: 'bg-accent', ok: 'bg-ok', warn: 'bg-warn', bad: 'bg-bad' };
