import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { LiveRegion } from '../status/live-region.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  text: string;
  /** `Copy` by default; name the thing where several stand on one page. */
  label?: string | undefined;
  iconOnly?: boolean | undefined;
}

/** Copies `text` and says "Copied", or says that the browser refused. */
export function CopyButton({ text, label = 'Copy', iconOnly = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'' | 'Copied' | 'The browser refused to copy'>('');
  useEffect(() => {
    if (outcome === '') return;
    const timer = setTimeout(() => setOutcome(''), 2_500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('The browser refused to copy'),
    );
  };
  const icon = outcome === 'Copied' ? <Check size={13} /> : <Copy size={13} />;
  return (
    <>
      {iconOnly ? (
        <IconButton size="sm" label={label} icon={icon} onClick={copy} />
      ) : (
        <Button size="sm" icon={icon} onClick={copy}>
          {outcome === '' ? label : outcome}
        </Button>
      )}
      <LiveRegion>{outcome}</LiveRegion>
    </>
  );
}
