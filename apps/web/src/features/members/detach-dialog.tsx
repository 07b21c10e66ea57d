import { type FormEvent, useState } from 'react';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { invisibleCharactersRepair } from '../../shared/page/invisible-characters.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Dialog } from '../../ui/dialogs/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { awsMemberId, awsMemberIdError } from './member-name.ts';

export interface DetachDialogProps {
  /** Ids of those that are known to be detached already. */
  detached: ReadonlySet<string>;
  busy: boolean;
  refusal: unknown;
  onDetach: (member: string) => void;
  onClose: () => void;
}

/** Detaches an AWS member that the console never saw. The gateway has no call to look one up: its own answer tells. */
export function DetachDialog({ detached, busy, refusal, onDetach, onClose }: DetachDialogProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    setError(undefined);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const member = typed.trim();
    const wrong = detached.has(member) ? ALREADY : awsMemberIdError(typed);
    setError(wrong);
    if (wrong === undefined && !busy) onDetach(member);
  };
  return (
    <Dialog open onClose={onClose} title="Detach a member by its id">
      <form className="grid gap-4" onSubmit={onSubmit}>
        <TextField
          name="member"
          mono
          label={awsMemberId.label}
          hint={awsMemberId.hint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={error}
          repair={invisibleCharactersRepair(typed, type)}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <p className="m-0 text-ink-2">
          The gateway looks up no AWS member, so make sure that the id is right. The member keeps running on
          its own and can be attached again by its UUID.
        </p>
        <ProblemBanner error={refusal} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" busy={busy}>
            Detach
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const ALREADY = 'It is detached already, as far as the console saw.';
