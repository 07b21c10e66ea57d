import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'after'> {
  /** Required, so that password managers know: `current-password`, `new-password`, or `off` for a vendor's secret. */
  autoComplete: 'current-password' | 'new-password' | 'off';
  /** What the eye shows and hides, in words: `Show secret`. */
  shown?: string | undefined;
}

/** A secret that is typed or pasted, with an eye to look at it. */
export function PasswordField({ shown = 'password', ...rest }: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);
  return (
    <TextField
      {...rest}
      type={visible ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      after={
        <IconButton
          variant="plain"
          label={visible ? `Hide ${shown}` : `Show ${shown}`}
          aria-pressed={visible}
          icon={visible ? <EyeOff size={14} /> : <Eye size={14} />}
          onClick={() => setVisible(!visible)}
        />
      }
    />
  );
}
