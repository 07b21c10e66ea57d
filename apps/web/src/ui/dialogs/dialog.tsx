import X from 'lucide-react/icons/x';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../actions/icon-button.tsx';
import { catchLostFocus, forgetNextPlace } from './lost-focus.ts';

export interface DialogProps {
  open: boolean;
  /** Escape, the cross, or a button of the footer that cancels. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Mark the safe control with `data-autofocus`, else the first control after the cross is focused. */
  role?: 'dialog' | 'alertdialog' | undefined;
}

/** The browser's own modal dialog: focus stays inside, Escape closes, focus returns to where it was, or to what took its place. */
export function Dialog({ open, onClose, title, children, footer, size = 'md', role }: DialogProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(sheet, open);
  // At the end of the body: a form inside a dialog must not lie in the form that opened it.
  return createPortal(
    <dialog
      ref={sheet}
      role={role}
      aria-labelledby={titleId}
      className={`sheet ${WIDTHS[size]}`}
      onCancel={(event) => {
        // The browser reports the cancelling of nested file inputs here too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className="grid max-h-[inherit] grid-rows-[auto_minmax(0,1fr)_auto]">
          <header className="flex items-center gap-3 border-line border-b py-2.5 pr-2 pl-4">
            <h2 id={titleId} className="m-0 flex-1 font-semibold text-lg">
              {title}
            </h2>
            <IconButton label="Close" icon={<X size={16} />} onClick={onClose} data-cross="" />
          </header>
          <div className="grid gap-3 overflow-auto p-4">{children}</div>
          {footer && (
            <footer className="flex justify-end gap-2 border-line border-t px-4 py-3">{footer}</footer>
          )}
        </div>
      )}
    </dialog>,
    document.body,
  );
}

const WIDTHS = { sm: 'w-[min(420px,94vw)]', md: 'w-[min(560px,94vw)]', lg: 'w-[min(820px,94vw)]' };
const FIRST_CONTROL = '[data-autofocus], :is(input, textarea, select, button, a[href]):not([data-cross])';

function useModal(sheet: RefObject<HTMLDialogElement | null>, open: boolean) {
  useEffect(() => {
    const dialog = sheet.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    forgetNextPlace();
    dialog.showModal();
    const safe = dialog.querySelector('[data-autofocus]') ?? dialog.querySelector(FIRST_CONTROL);
    if (safe instanceof HTMLElement) safe.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      watchForLostFocus();
    };
  }, [sheet, open]);
}

const LOOK_EVERY_MS = 100;
const LONGEST_LOOK_MS = 3_000;

/** What the dialog was about may go with its button, before the dialog, with it or when a list is read again. */
function watchForLostFocus(): void {
  const until = Date.now() + LONGEST_LOOK_MS;
  if (catchLostFocus()) return;
  const timer = setInterval(() => {
    if (catchLostFocus() || Date.now() > until) clearInterval(timer);
  }, LOOK_EVERY_MS);
}
