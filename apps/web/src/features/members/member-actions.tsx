import type { MemberList } from '@console/console-contract';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { ProblemBanner } from '../../shared/console/problem-banner.tsx';
import { useRefusal } from '../../shared/session/signed-in.tsx';
import { shortTimeText } from '../../shared/text/clock-time.ts';
import { Button } from '../../ui/actions/button.tsx';
import { ConfirmDialog } from '../../ui/dialogs/confirm-dialog.tsx';
import type { RowSelection } from '../../ui/table/row-selection.ts';
import { numberText } from '../../ui/time/number-text.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { DetachDialog } from './detach-dialog.tsx';
import type { useMemberChanges } from './use-member-changes.ts';

export interface MemberActionsProps {
  address: ConnectorAddress;
  list: MemberList;
  selected: RowSelection;
  onClear: () => void;
  changes: ReturnType<typeof useMemberChanges>;
}

type Asking = 'attach' | 'detach' | 'detach-by-id';

/** Above the table: attach one, or detach those that are chosen. */
export function MemberActions({ address, list, selected, onClear, changes }: MemberActionsProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const roleReason = useRefusal('connectors.change');
  const attached = list.members.filter((member) => member.attached !== false);
  const chosen = attached.filter(({ id }) => selected.has(id));
  const picked = list.members.filter(({ id }) => selected.has(id)).length;
  const open = (what: Asking) => {
    changes.forgetRefusal();
    setAsking(what);
  };
  const close = () => {
    changes.forgetRefusal();
    setAsking(null);
  };
  const send = async (begun: Promise<boolean>) => {
    if (await begun) setAsking(null);
  };
  const reason = roleReason ?? (changes.isSending ? UNSETTLED : undefined);
  return (
    <>
      {asking === null && <ProblemBanner error={changes.refusal} onDismiss={changes.forgetRefusal} />}
      <div className="flex min-h-7.5 flex-wrap items-center gap-2">
        <span className="mr-auto text-ink-3 text-sm">
          {picked > 0 ? `${numberText(picked)} selected` : countText(address.cloud, list)}
        </span>
        {picked > 0 && (
          <>
            <Button
              busy={changes.isSending}
              disabledReason={roleReason ?? (chosen.length === 0 ? DETACHED : undefined)}
              onClick={() => open('detach')}
            >
              Detach
            </Button>
            <Button variant="quiet" onClick={onClear}>
              Clear
            </Button>
          </>
        )}
        {address.cloud === 'aws' && (
          <Button disabledReason={reason} onClick={() => open('detach-by-id')}>
            Detach by id
          </Button>
        )}
        <Button icon={<Plus size={14} />} disabledReason={reason} onClick={() => open('attach')}>
          Attach a member
        </Button>
        <DetachConfirmation
          cloud={address.cloud}
          chosen={asking === 'detach' ? chosen : []}
          picked={picked}
          onClose={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            onClear();
            void changes.detach(chosen);
          }}
        />
        {asking === 'attach' && (
          <AttachDialog
            address={address}
            attached={
              new Map(
                attached.map(({ id, uuid, name }) => [
                  address.cloud === 'azure' ? id : (uuid ?? '').toLowerCase(),
                  name,
                ]),
              )
            }
            busy={changes.isSending}
            refusal={changes.refusal}
            onAttach={(member) => void send(changes.attach(member))}
            onClose={close}
          />
        )}
        {asking === 'detach-by-id' && (
          <DetachDialog
            detached={new Set(list.members.filter((member) => member.attached === false).map(({ id }) => id))}
            busy={changes.isSending}
            refusal={changes.refusal}
            onDetach={(member) => void send(changes.detachById(member))}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}

type ConfirmationProps = {
  cloud: ConnectorAddress['cloud'];
  /** Empty while nothing is asked. */
  chosen: readonly { name: string }[];
  picked: number;
  onClose: () => void;
  onConfirm: () => void;
};

function DetachConfirmation({ cloud, chosen, picked, onClose, onConfirm }: ConfirmationProps) {
  const one = chosen.length === 1;
  return (
    <ConfirmDialog
      open={chosen.length > 0}
      onClose={onClose}
      onConfirm={onConfirm}
      title={one ? 'Detach member' : 'Detach members'}
      verb="Detach"
    >
      <p className="m-0">
        Detaches <b className="wrap-anywhere font-bold text-ink">{whom(chosen)}</b> from this connector.
        {one ? ' It keeps' : ' They keep'} running on {one ? 'its' : 'their'} own and can be attached again.
      </p>
      {cloud === 'aws' && !one && (
        <p className="m-0">The gateway detaches AWS members one after the other.</p>
      )}
      {picked > chosen.length && (
        <p className="m-0">{picked - chosen.length} of the chosen are detached already.</p>
      )}
    </ConfirmDialog>
  );
}

const DETACHED = 'The chosen members are detached already.';
const UNSETTLED = 'A change of the members was requested and is not settled yet.';

function whom(members: readonly { name: string }[]): string {
  const [only] = members;
  return members.length === 1 && only ? only.name : `${numberText(members.length)} members`;
}

function countText(cloud: ConnectorAddress['cloud'], { members, total, asOf, source }: MemberList): string {
  const silence = source === 'snapshot' ? ', as the gateway does not answer' : '';
  const count = cloud === 'aws' ? seenText(members, total) : membersText(members.length);
  return `${count} · as of ${shortTimeText(asOf)}${silence}`;
}

/** Those that were detached here are seen still, but are none of the connector's members any more. */
function seenText(members: MemberList['members'], total: number | null): string {
  if (total === null) return `${numberText(members.length)} seen`;
  const seen = members.filter(({ attached }) => attached !== false).length;
  return `${membersText(total)} by the list, ${numberText(seen)} of them seen`;
}

function membersText(count: number): string {
  return `${numberText(count)} ${count === 1 ? 'member' : 'members'}`;
}
