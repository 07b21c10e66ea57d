import { unseenProblem, withoutUnseenSigns } from '@console/console-contract';
import { type ReactNode, useRef } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  const clean = () => {
    onClean(withoutUnseenSigns(value));
    // The button goes with the signs.
    box.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={box} className="grid gap-1.5">
      {children}
      {unseenProblem(value) !== undefined && (
        <div>
          <Button
            size="sm"
            // Leaving the field would show its error and move this button from under the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={clean}
          >
            Remove invisible characters
          </Button>
        </div>
      )}
    </div>
  );
}
