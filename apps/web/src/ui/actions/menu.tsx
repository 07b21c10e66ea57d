import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonVariant } from './button-class.ts';
import { moveInMenu } from './menu-keys.ts';

export type MenuItem =
  | {
      kind?: 'action';
      id: string;
      label: ReactNode;
      onSelect: () => void;
      icon?: ReactNode;
      /** Destroys something. */
      danger?: boolean | undefined;
      disabledReason?: string | undefined;
      /** Set (true or false) on an item that is on or off; the menu then stays open. */
      checked?: boolean | undefined;
      /** What is open now among others: the menu opens at it. */
      current?: boolean | undefined;
    }
  | { kind: 'separator'; id: string }
  | { kind: 'heading'; id: string; label: string };

export interface MenuProps {
  /** The accessible name of button and menu. */
  label: string;
  /** What the button shows; the label by default. */
  children?: ReactNode;
  items: readonly MenuItem[];
  variant?: ButtonVariant | undefined;
  size?: 'md' | 'sm' | undefined;
  icon?: ReactNode;
  align?: 'start' | 'end' | undefined;
  className?: string | undefined;
}

/** A button that opens a menu: arrows, Home, End and letters move in it, Escape and a click outside close it. */
export function Menu({ label, children, items, variant, size, icon, align = 'start', className }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => list.current?.hidePopover();
  // Items exist only while they are seen: a table has a menu in every row.
  const [open, setOpen] = useState(false);
  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open') return;
    event.currentTarget.style.visibility = 'hidden';
    setOpen(true);
  };
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    // Only now: the browser has given the focus back to the button, which it does while an item still has it.
    if (event.newState === 'closed') setOpen(false);
    else if (button.current) placeBelow(event.currentTarget, button.current, align);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Tab') close();
    else if (moveInMenu(event.currentTarget, event.key)) event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Button
        ref={button}
        {...(variant && { variant })}
        {...(size && { size })}
        icon={icon}
        className={className}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={children === undefined && icon ? label : undefined}
      >
        {children ?? (icon ? undefined : label)}
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        className="popover min-w-44 max-w-80 overflow-auto"
      >
        {open && items.map((item) => <MenuRow key={item.id} item={item} close={close} />)}
      </div>
    </>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  const id = useId();
  if (item.kind === 'separator') return <hr className="mx-1 my-1 border-0 border-line border-t" />;
  if (item.kind === 'heading')
    return <div className="px-2 pt-1.5 pb-1 font-strong text-ink-3 text-xs">{item.label}</div>;
  const refuses = item.disabledReason !== undefined;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked is set on a menuitemcheckbox alone
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      // Why it refuses describes the item and is no part of its name.
      aria-labelledby={refuses ? `${id}-label` : undefined}
      aria-describedby={refuses ? `${id}-reason` : undefined}
      aria-checked={item.checked}
      aria-current={item.current || undefined}
      aria-disabled={refuses || undefined}
      tabIndex={-1}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (refuses) return;
        if (item.checked === undefined) close();
        item.onSelect();
      }}
      className={clsx(
        'flex w-full items-center gap-2 rounded-sm px-2 py-1.5 text-left font-medium text-md -outline-offset-2 focus:bg-sunken [&>svg]:shrink-0',
        item.danger ? 'text-bad' : 'text-ink',
      )}
    >
      {item.checked !== undefined && (
        <Check size={14} aria-hidden="true" className={item.checked ? 'text-accent-ink' : 'invisible'} />
      )}
      {item.icon}
      <span className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <span id={`${id}-label`} className={refuses ? 'text-ink-3' : ''}>
          {item.label}
        </span>
        {refuses && (
          <span id={`${id}-reason`} className="font-normal text-ink-3 text-xs">
            {item.disabledReason}
          </span>
        )}
      </span>
    </button>
  );
}

/** Below its button, or above where there is no room; what is open now takes the focus, or else the first item. */
function placeBelow(menu: HTMLElement, button: HTMLElement, align: 'start' | 'end') {
  const anchor = button.getBoundingClientRect();
  const roomBelow = innerHeight - anchor.bottom - 12;
  const above = roomBelow < Math.min(menu.scrollHeight, 240) && anchor.top > roomBelow;
  menu.style.maxHeight = `${Math.max(120, above ? anchor.top - 12 : roomBelow)}px`;
  const left = align === 'start' ? anchor.left : anchor.right - menu.offsetWidth;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = above ? `${anchor.top - menu.offsetHeight - 4}px` : `${anchor.bottom + 4}px`;
  menu.style.visibility = 'visible';
  const current = menu.querySelector<HTMLElement>('[aria-current]');
  if (current) current.focus();
  else moveInMenu(menu, 'Home');
}
