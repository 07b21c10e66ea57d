import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Dialog } from '../../ui/dialogs/dialog.tsx';
import { LiveRegion } from '../../ui/status/live-region.tsx';
import { numberText } from '../../ui/time/number-text.ts';
import { OptionRow } from './option-row.tsx';
import type { PaletteEntry, PaletteSection } from './palette-entry.ts';

export interface PaletteDialogProps {
  open: boolean;
  onClose: () => void;
  /** What fits the typed text. */
  sectionsFor: (typed: string) => readonly PaletteSection[];
  /** What is not here yet or could not be read. */
  note?: string | undefined;
  /** What was chosen is being asked for. */
  busy?: boolean | undefined;
  /** Why what was chosen did not happen. */
  error?: ReactNode;
}

/** One box for every place, connector and action: the arrows walk what fits, Enter goes there or does it, Escape closes. */
export function PaletteDialog({ open, onClose, ...rest }: PaletteDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Search pages, connectors and actions" size="md">
      <PaletteBox {...rest} />
    </Dialog>
  );
}

/** Lives only while the dialog is open, so that what was typed is forgotten with it. */
function PaletteBox({
  sectionsFor,
  note,
  busy = false,
  error,
}: Omit<PaletteDialogProps, 'open' | 'onClose'>) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const sections = sectionsFor(typed).filter(({ entries }) => entries.length > 0);
  const entries = sections.flatMap((section) => section.entries);
  const at = Math.min(active, entries.length - 1);
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const choose = (entry: PaletteEntry) => {
    if (busy || entry.refusal !== undefined) return;
    if (entry.fills === undefined) entry.onChoose?.();
    else type(entry.fills);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFor(event.key, at, entries.length);
    const chosen = event.key === 'Enter' && !event.nativeEvent.isComposing ? entries[at] : undefined;
    if (next === null && chosen === undefined) return;
    event.preventDefault();
    if (next !== null) setActive(next);
    else if (chosen) choose(chosen);
  };
  return (
    <>
      {error}
      <input
        role="combobox"
        aria-label="Place, connector or action"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries[at] && `${id}-${at}`}
        aria-describedby={`${id}-note`}
        aria-busy={busy || undefined}
        data-autofocus=""
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="Name, id, or an action such as “run prod”"
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-md border border-control bg-surface px-3 text-ink text-md"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="What fits"
        className="grid content-start gap-2 overflow-auto"
        // Of one height, so that nothing moves while one types.
        style={{ height: 'min(360px, 50dvh)' }}
      >
        {sections.map((section) => (
          <Section key={section.title} id={id} section={section}>
            {section.entries.map((entry) => {
              const index = entries.indexOf(entry);
              return (
                <OptionRow
                  key={entry.id}
                  id={`${id}-${index}`}
                  entry={entry}
                  active={index === at}
                  onPoint={() => setActive(index)}
                  onChoose={() => choose(entry)}
                />
              );
            })}
          </Section>
        ))}
        {entries.length === 0 && <p className="m-0 p-2 text-ink-3">Nothing here has these words.</p>}
      </div>
      <p id={`${id}-note`} className="m-0 text-ink-3 text-xs">
        {busy ? 'Being asked for…' : (note ?? 'Arrows to choose, Enter to go or do, Escape to close.')}
      </p>
      <LiveRegion>{countText(typed, entries.length)}</LiveRegion>
    </>
  );
}

function Section({ id, section, children }: { id: string; section: PaletteSection; children: ReactNode }) {
  const titleId = `${id}-${section.title}`.replaceAll(/\s/g, '-');
  const { more = 0 } = section;
  return (
    // biome-ignore lint/a11y/useSemanticElements: options stand in a group of the list, which is no set of fields
    <div role="group" aria-labelledby={titleId}>
      <div id={titleId} role="presentation" className="px-2 pb-1 font-strong text-ink-3 text-xs">
        {section.title}
      </div>
      {children}
      {more > 0 && (
        <div role="presentation" className="px-2 py-1 text-ink-3 text-xs">
          and {numberText(more)} more: type on to narrow them
        </div>
      )}
    </div>
  );
}

/** The place that a key leads to, `null` for a key that is none of the list's. */
function stepFor(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return null;
}

function countText(typed: string, count: number): string {
  if (typed === '') return '';
  return count === 0 ? 'Nothing fits' : `${numberText(count)} ${count === 1 ? 'result' : 'results'}`;
}
