import { type MemberTargets, withoutBraces } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { problemOf } from '../../shared/console/console-problem.ts';
import { ProblemBanner, ProblemWords } from '../../shared/console/problem-banner.tsx';
import { invisibleCharactersRepair } from '../../shared/page/invisible-characters.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Dialog } from '../../ui/dialogs/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { AttachTargets } from './attach-targets.tsx';
import { memberNameError, memberNames } from './member-name.ts';
import { memberQueries } from './queries.ts';

export interface AttachDialogProps {
  address: ConnectorAddress;
  /** Names by id (Azure) or UUID (AWS) of those that are members already, as far as is known. */
  attached: ReadonlyMap<string, string>;
  busy: boolean;
  refusal: unknown;
  onAttach: (member: string) => void;
  onClose: () => void;
}

/** Looks up where a member may go, says whether this connector is among it, then attaches. */
export function AttachDialog({ address, attached, busy, refusal, onAttach, onClose }: AttachDialogProps) {
  const words = memberNames[address.cloud];
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    setError(undefined);
  };
  const [lookedUp, setLookedUp] = useState('');
  const member = withoutBraces(typed);
  const asked = lookedUp !== '' && lookedUp === member;
  const targets = useQuery({ ...memberQueries.targets(address, lookedUp), enabled: asked });
  const joins = asked && targets.data ? canJoin(targets.data, address.id) : undefined;
  const lookUp = () => {
    const own = attached.get(member.toLowerCase());
    const wrong =
      own === undefined ? memberNameError(address.cloud, typed) : `${own} is already a member here.`;
    setError(wrong);
    if (wrong !== undefined) return;
    if (asked) void targets.refetch();
    else setLookedUp(member);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    lookUp();
  };
  return (
    <Dialog open onClose={onClose} title="Attach a member">
      <form className="grid gap-4" onSubmit={onSubmit}>
        <TextField
          name="member"
          mono
          label={words.label}
          hint={words.hint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={error}
          repair={invisibleCharactersRepair(typed, type)}
          onChange={(event) => type(event.currentTarget.value)}
          after={
            <Button type="submit" busy={asked && targets.isFetching}>
              Look up
            </Button>
          }
        />
        <div className="grid gap-2">
          {asked && targets.error && <LookUpProblem error={targets.error} words={words} />}
          {asked && targets.data && <AttachTargets found={targets.data} joins={joins === true} />}
          <ProblemBanner error={refusal} />
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            onClick={() => onAttach(member)}
            disabledReason={joins ? undefined : joins === false ? NO_TARGET : LOOK_UP_FIRST}
          >
            Attach
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const LOOK_UP_FIRST = 'Look the member up first: it shows whether it may join this connector.';
const NO_TARGET = 'The gateway does not let this member join this connector.';

/** A list with gaps may leave this connector out by mistake: the gateway then has the last word. */
function canJoin({ targets, incomplete }: MemberTargets, id: string): boolean {
  return incomplete || targets.some((target) => target.id === id);
}

function LookUpProblem({ error, words }: { error: Error; words: { label: string; notKnown: string } }) {
  const { code, detail, requestId } = problemOf(error);
  if (code !== 'gateway-not-found') return <ProblemBanner error={error} />;
  return (
    <Banner tone="bad" title={words.notKnown} requestId={requestId}>
      <ProblemWords problem={{ next: LOOK_AGAIN, detail }} />
    </Banner>
  );
}

const LOOK_AGAIN =
  'Compare it with the vendor’s own interface, and make sure that the connector belongs to this workspace’s subscription.';
