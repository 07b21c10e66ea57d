import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Spinner } from '../status/spinner.tsx';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { useReasonBubble } from './reason-bubble.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  /** Work begun by this button is under way: the label stays, a second press does nothing. */
  busy?: boolean | undefined;
  /** Why it cannot be pressed now. The button stays focusable and says so on hover and focus. */
  disabledReason?: string | undefined;
}

/** A push button. There is no bare `disabled`: a button that refuses gives its reason. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    busy = false,
    disabledReason,
    className,
    onClick,
    children,
    type,
    ...rest
  } = props;
  const reason = useReasonBubble(disabledReason);
  const refuses = busy || disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (refuses) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <>
      <button
        {...rest}
        {...reason.control}
        type={type ?? 'button'}
        aria-busy={busy || undefined}
        aria-disabled={refuses || undefined}
        className={buttonClass(variant, size, className)}
        onClick={press}
      >
        {busy ? <Spinner /> : icon}
        {children}
      </button>
      {reason.bubble}
    </>
  );
}
