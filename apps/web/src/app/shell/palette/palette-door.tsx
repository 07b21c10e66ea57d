import type { Workspace } from '@console/console-contract';
import Search from 'lucide-react/icons/search';
import { Suspense, useEffect, useState } from 'react';
import { isPaletteKey, paletteKey } from '../../../features/palette/palette-key.ts';
import { dialogIsOpen, isLetterKey } from '../../../shared/page/letter-keys.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Kbd } from '../../../ui/layout/code-block.tsx';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';

// The keys are heard at once; what they open comes after the page.
const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette);
const KeysHelp = lazyPart(async () => (await import('../../../features/palette/keys-help.tsx')).KeysHelp);

type Opened = 'palette' | 'keys' | null;

export interface PaletteDoorProps {
  workspace: Workspace;
  workspaces: readonly Workspace[];
}

/** The button and the keys of the palette: Ctrl or ⌘ with K from anywhere, and `?` for the list of all keys. */
export function PaletteDoor(props: PaletteDoorProps) {
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = isPaletteKey(event)
        ? 'palette'
        : isLetterKey(event) && event.key === '?'
          ? 'keys'
          : null;
      if (wanted === null) return;
      // The browser has a use of its own for Ctrl-K.
      event.preventDefault();
      if (!dialogIsOpen()) setOpened(wanted);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const close = () => setOpened(null);
  return (
    <>
      <Button
        icon={<Search size={14} aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpened('palette')}
      >
        <span className="max-sm:sr-only">Go to…</span>
        <span aria-hidden="true" className="max-lg:hidden">
          <Kbd>{paletteKey()}</Kbd>
        </span>
      </Button>
      <Suspense fallback={null}>
        {opened === 'palette' && <Palette {...props} onClose={close} onShowKeys={() => setOpened('keys')} />}
        {opened === 'keys' && <KeysHelp open onClose={close} />}
      </Suspense>
    </>
  );
}
