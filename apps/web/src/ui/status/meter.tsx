import clsx from 'clsx';

export interface MeterProps {
  /** "API budget: 94 of 300 calls this hour" */
  label: string;
  value: number;
  max: number;
  tone?: MeterTone | undefined;
  /** What the value is made of where that differs, in the order of the bar. */
  parts?: readonly MeterPart[] | undefined;
  /** The value in words, where the number says too little. */
  valueText?: string | undefined;
  /** `true` for work that advances (role progressbar) instead of a level. */
  progress?: boolean | undefined;
}

export interface MeterPart {
  tone: MeterTone;
  value: number;
}

export type MeterTone = keyof typeof FILLS;

/** A thin bar for a level or for progress. The words stand beside it; the bar alone says nothing by colour. */
export function Meter(props: MeterProps) {
  const { label, value, max, tone = 'accent', progress = false } = props;
  const parts = props.parts ?? [{ tone, value }];
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name and a value
    <div
      role={progress ? 'progressbar' : 'meter'}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={props.valueText}
      className="flex h-1 gap-px overflow-hidden rounded-full bg-sunken forced-colors:border"
    >
      {parts.map((part) => (
        <div
          key={part.tone}
          className={clsx('h-full rounded-full', FILLS[part.tone])}
          style={{ width: `${shareOf(part.value, max) * 100}%` }}
        />
      ))}
    </div>
  );
}

function shareOf(value: number, max: number): number {
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
}

const FILLS = {
  accent: 'bg-accent forced-colors:bg-[Highlight]',
  ok: 'bg-ok forced-colors:bg-[Highlight]',
  warn: 'bg-warn forced-colors:bg-[Highlight]',
  bad: 'bg-bad forced-colors:bg-[Mark]',
  off: 'bg-off forced-colors:bg-[GrayText]',
};
