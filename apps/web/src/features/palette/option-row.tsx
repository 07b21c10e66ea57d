import { useEffect, useRef } from 'react';
import type { PaletteEntry } from './palette-entry.ts';

export interface OptionRowProps {
  id: string;
  entry: PaletteEntry;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One thing to go to or to do; one that cannot be done now says why below its name. */
export function OptionRow({ id, entry, active, onPoint, onChoose }: OptionRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const refuses = entry.refusal !== undefined;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box; aria-activedescendant names the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={refuses || undefined}
      // The box must keep the focus while an option is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="grid min-h-8 cursor-pointer items-center rounded-sm px-2 py-1 aria-selected:bg-accent-soft"
      // The title of its section scrolls into sight with the first of it.
      style={{ scrollMargin: 24 }}
    >
      <span className="flex min-w-0 items-baseline gap-3">
        <bdi className={`wrap-anywhere flex-1 font-medium ${refuses ? 'text-ink-3' : 'text-ink'}`}>
          {entry.label}
        </bdi>
        {entry.detail && (
          <bdi className="min-w-0 truncate text-ink-3 text-sm" title={entry.detail}>
            {entry.detail}
          </bdi>
        )}
      </span>
      {refuses && <span className="text-ink-3 text-xs">{entry.refusal}</span>}
    </div>
  );
}
