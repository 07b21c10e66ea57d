import { type ReactNode, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { TextField } from '../fields/text-field.tsx';
import { typedNameProblem } from '../fields/typed-name.ts';
import { Banner } from '../status/banner.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** `Delete connector`; never a question. */
  title: string;
  /** What the button does, repeated: `Delete`. */
  verb: string;
  /** What the other button does, `Cancel` unless said otherwise. */
  stay?: string | undefined;
  /** What will happen, in sentences, with the name in bold. */
  children: ReactNode;
  tone?: 'danger' | 'primary' | undefined;
  /** The name that must be typed before the button works. */
  typedName?: string | undefined;
  busy?: boolean | undefined;
  /** Why it cannot be confirmed yet, beside a name that is not typed. */
  disabledReason?: string | undefined;
  /** What went wrong with the last attempt. */
  error?: ReactNode;
}

/** Asks before something that cannot be taken back. Focus begins on the name field or on what changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title} size="sm" role="alertdialog">
      <ConfirmForm {...props} />
    </Dialog>
  );
}

/** Lives only while the dialog is open, so that a typed name is forgotten with it. */
function ConfirmForm({
  onClose,
  onConfirm,
  verb,
  stay = 'Cancel',
  children,
  tone = 'danger',
  typedName,
  busy,
  disabledReason,
  error,
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const unnamed = typedName === undefined ? null : typedNameProblem(typed, typedName);
  const refusal = disabledReason ?? (unnamed === null ? undefined : 'What you typed does not match yet.');
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (refusal === undefined && !busy) onConfirm();
      }}
    >
      <div className="grid gap-2 text-ink-2">{children}</div>
      {error && <Banner tone="bad">{error}</Banner>}
      {typedName !== undefined && (
        <TextField
          label={
            <>
              Type <b className="font-bold">{typedName}</b> to confirm
            </>
          }
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={tried ? (unnamed ?? disabledReason) : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setTried(false);
          }}
          // A button that refuses keeps Enter from submitting: the field says why.
          onKeyDown={(event) => {
            if (event.key === 'Enter') setTried(true);
          }}
          data-autofocus=""
        />
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onClose} {...(typedName === undefined && { 'data-autofocus': '' })}>
          {stay}
        </Button>
        <Button type="submit" variant={tone} busy={busy} disabledReason={refusal}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
