import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'size'> {
  /** The accessible name, also shown as the native tooltip. */
  label: string;
  icon: ReactNode;
  /** `sm` is 24 px, the smallest a pointer target may be; `md` is 30. */
  size?: 'md' | 'sm' | undefined;
}

/** A button that is only a picture; it always carries a name. */
export function IconButton({
  label,
  icon,
  size = 'md',
  variant = 'quiet',
  className = '',
  ...rest
}: IconButtonProps) {
  const box = size === 'md' ? 'w-7.5 px-0!' : 'w-6 px-0!';
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      icon={icon}
      title={label}
      aria-label={label}
      className={`${box} ${className}`}
    />
  );
}
