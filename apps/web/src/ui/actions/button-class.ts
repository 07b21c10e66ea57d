import clsx from 'clsx';

/** `primary`: the one thing to do here · `plain`: the usual · `quiet`: no border until hovered · `danger`: destroys. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'sm';

/** The look of a button as a class attribute, so that a router link can wear it: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(
  variant: ButtonVariant = 'plain',
  size: ButtonSize = 'md',
  className?: string,
): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-strong text-sm leading-none whitespace-nowrap no-underline select-none',
    'transition-colors duration-100 aria-disabled:opacity-55',
    size === 'md' ? 'h-7.5 px-3' : 'h-6 px-2',
    LOOKS[variant],
    className,
  );
}

const LOOKS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-ink-on-accent not-aria-disabled:hover:bg-accent-strong forced-colors:border-current',
  plain: 'border-line-strong bg-surface text-ink not-aria-disabled:hover:bg-sunken',
  quiet:
    'border-transparent bg-transparent text-ink-2 not-aria-disabled:hover:bg-sunken not-aria-disabled:hover:text-ink',
  danger:
    'border-transparent bg-bad-solid text-ink-on-accent not-aria-disabled:hover:opacity-90 forced-colors:border-current',
};
