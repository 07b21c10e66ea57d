import { type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';

/**
 * Why a control refuses, or the whole of what it has no room for: `control` goes onto the control, `bubble` beside it. It shows
 * on hover and on focus and Escape hides it. It lies in the browser's top layer, so that neither a dialog nor a scrolling table cuts it off.
 */
export function useReasonBubble(reason: ReactNode) {
  const id = useId();
  const bubble = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (reason === undefined) return { control: {}, bubble: null };

  const isOpen = () => bubble.current?.matches(':popover-open') ?? false;
  const stay = () => clearTimeout(leaving.current);
  const hide = () => {
    stay();
    if (isOpen()) bubble.current?.hidePopover();
  };
  const show = (event: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    stay();
    if (!bubble.current || isOpen()) return;
    bubble.current.showPopover();
    placeUnder(bubble.current, event.currentTarget);
  };
  // The mouse may travel from the control onto the sentence; a finger leaves at once, and the sentence stays until the next tap.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'touch') document.addEventListener('pointerdown', hide, { once: true });
    else leaving.current = setTimeout(hide, 120);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.preventDefault();
    hide();
  };
  return {
    control: {
      'aria-describedby': id,
      onPointerEnter: show,
      onFocus: show,
      onPointerLeave: leave,
      onBlur: hide,
      onKeyDown,
    },
    bubble: (
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        onPointerEnter={stay}
        onPointerLeave={hide}
        className="fixed inset-auto m-0 max-w-80 border-0 bg-transparent p-0 pt-1"
      >
        <span className="block whitespace-normal rounded-sm bg-ink px-2 py-1 font-medium text-surface text-xs">
          {reason}
        </span>
      </span>
    ),
  };
}

function placeUnder(bubble: HTMLElement, control: HTMLElement) {
  const anchor = control.getBoundingClientRect();
  const left = Math.min(anchor.left, innerWidth - bubble.offsetWidth - 8);
  const fitsBelow = anchor.bottom + bubble.offsetHeight < innerHeight;
  bubble.style.left = `${Math.max(8, left)}px`;
  bubble.style.top = `${fitsBelow ? anchor.bottom : anchor.top - bubble.offsetHeight - 4}px`;
}
