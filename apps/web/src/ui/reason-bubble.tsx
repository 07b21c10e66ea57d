import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

type Reason = ReturnType<typeof useReason>;

/** Ties a control to the sentence that says why it refuses; Escape hides the sentence until the pointer or focus comes again. */
export function useReason(text: string | undefined) {
  const id = useId();
  const [dismissed, setDismissed] = useState(false);
  const control =
    text === undefined
      ? {}
      : {
          'aria-describedby': id,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Escape') setDismissed(true);
          },
          onBlur: () => setDismissed(false),
          onPointerLeave: () => setDismissed(false),
        };
  return { id, text, dismissed, control };
}

/** Wraps a refusing control and shows its reason on hover and on focus. */
export function ReasonBubble({ reason, children }: { reason: Reason; children: ReactNode }) {
  return (
    <span className="group/reason relative inline-flex">
      {children}
      <span
        role="tooltip"
        id={reason.id}
        className={
          reason.dismissed
            ? 'sr-only'
            : 'invisible absolute top-full right-0 z-30 w-max max-w-64 pt-1 group-focus-within/reason:visible group-hover/reason:visible'
        }
      >
        <span className="block whitespace-normal rounded-sm bg-ink px-2 py-1 text-left font-medium text-surface text-xs">
          {reason.text}
        </span>
      </span>
    </span>
  );
}
