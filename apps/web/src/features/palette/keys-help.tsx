import { useLetterKeys } from '../../shared/page/letter-keys.ts';
import { Dialog } from '../../ui/dialogs/dialog.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { Kbd } from '../../ui/layout/code-block.tsx';
import { paletteKey } from './palette-key.ts';

/** Every shortcut of the console, and the switch for those of one key. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" size="sm">
      {GROUPS.map(({ title, keys }) => (
        <section key={title} className="grid gap-1">
          <h3 className="m-0 font-strong text-ink-3 text-xs">{title}</h3>
          <dl
            className="m-0 grid items-baseline gap-x-3 gap-y-1.5 text-sm"
            style={{ gridTemplateColumns: '6rem minmax(0, 1fr)' }}
          >
            {keys.map(({ press, does }) => (
              <div key={does} className="contents">
                <dt className="flex flex-wrap gap-1">
                  {press.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd className="m-0">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <LetterKeysSwitch />
    </Dialog>
  );
}

/** Turns the shortcuts of one key off for those who speak to their browser or press keys by accident. */
function LetterKeysSwitch() {
  const { on, choose } = useLetterKeys();
  return (
    <Checkbox
      role="switch"
      label="Shortcuts of a single key"
      hint="/ ? j k x. Turned off, they do nothing in this browser; everything else still works."
      checked={on}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}

const GROUPS: { title: string; keys: { press: string[]; does: string }[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      { press: [paletteKey()], does: 'Go to a place or connector, or do something' },
      { press: ['?'], does: 'Show these shortcuts' },
      { press: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    title: 'In the lists of Connectors and Activity',
    keys: [
      { press: ['/'], does: 'Go to the filter' },
      { press: ['j', 'k'], does: 'Next row, previous row' },
      { press: ['Enter'], does: 'Open the row' },
      { press: ['x'], does: 'Select the connector; with Shift, all since the last one' },
      { press: ['Esc'], does: 'Clear the selection; in the filter, clear what is typed' },
    ],
  },
];
