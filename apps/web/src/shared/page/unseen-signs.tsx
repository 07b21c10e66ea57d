import { hasUnseenSigns, withoutUnseenSigns } from '@console/console-contract';
import type { ReactNode } from 'react';
import { Button } from '../../ui/actions/button.tsx';

interface UnseenSignsProps {
  /** What is in the field. */
  value: string;
  /** Takes the same text without signs that are not seen. */
  onClean: (value: string) => void;
  /** The field, whose error names the sign. */
  children: ReactNode;
}

/** A field of an id, an ARN or a secret, and below it the way to be rid of a pasted sign that no user could find to delete. */
export function UnseenSigns({ value, onClean, children }: UnseenSignsProps) {
  return (
    <div className="grid gap-1.5">
      {children}
      {hasUnseenSigns(value) && (
        <div>
          <Button size="sm" onClick={() => onClean(withoutUnseenSigns(value))}>
            Remove invisible signs
          </Button>
        </div>
      )}
    </div>
  );
}
