import { type ButtonKind, type ConnectorSummary, kindOf } from '@console/console-contract';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Play from 'lucide-react/icons/play';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/actions/menu.tsx';
import { useChangeChoices } from '../changes/change-choices.ts';
import type { PendingChange } from '../changes/use-connector-changes.ts';
import { useEditChoices } from '../changes/use-edit-choices.ts';

export interface RowActionsProps {
  workspace: string;
  connector: ConnectorSummary;
  pending: PendingChange | undefined;
  onAsk: (kind: ButtonKind) => void;
}

/** What can be done with a row: the commonest as a button, everything in the menu. */
export function RowActions({ workspace, connector, pending, onAsk }: RowActionsProps) {
  const choices = useChangeChoices(connector, pending);
  const run = choices.find(({ kind }) => kind === 'run-connector');
  const forms: MenuItem[] = useEditChoices({ workspace, ...connector }).map(
    ({ id, verb, refusal, open }) => ({
      id,
      label: verb,
      disabledReason: refusal,
      onSelect: open,
    }),
  );
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={`Run ${connector.name}`}
        icon={<Play size={13} />}
        busy={pending !== undefined}
        disabledReason={pending === undefined ? run?.refusal : undefined}
        onClick={() => onAsk('run-connector')}
      />
      <Menu
        size="sm"
        variant="quiet"
        align="end"
        className="w-6 px-0!"
        label={`Actions for ${connector.name}`}
        icon={<Ellipsis size={14} />}
        items={choices.flatMap(({ kind, verb, refusal }): MenuItem[] => [
          ...(kindOf(kind).confirmed ? [...forms, { kind: 'separator', id: 'destroys' } as const] : []),
          {
            id: kind,
            label: verb,
            danger: kindOf(kind).confirmed === true,
            disabledReason: refusal,
            onSelect: () => onAsk(kind),
          },
        ])}
      />
    </span>
  );
}
