import type { Changeable, LikelyCause, RepairAction } from '@console/console-contract';
import { useNavigate } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useKnownConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { useChangeChoices } from '../changes/change-choices.ts';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';

export type RepairChoice = {
  action: RepairAction['action'];
  label: string;
  busy: boolean;
  refusal: string | undefined;
  choose: () => void;
};

/** What the console can do about a cause, the most promising first. Where no cause is known another run is all there is. */
export function useRepairChoices(
  connector: Changeable & { name: string },
  cause: LikelyCause | null,
  changes: ConnectorChanges,
): RepairChoice[] {
  const { workspace, cloud, id } = useKnownConnectorAddress();
  const navigate = useNavigate();
  const editing = useRefusal('connectors.change');
  const cloning = useRefusal('connectors.onboard');
  const run = useChangeChoices(connector, changes.pendingOf({ cloud, id })).find(
    ({ kind }) => kind === 'run-connector',
  );
  const actions = cause?.repair.actions ?? [{ action: 'run-again' }];
  return actions.map((repair): RepairChoice => {
    if (repair.action === 'run-again') {
      return {
        action: repair.action,
        label: 'Run again',
        busy: run?.busy ?? false,
        refusal: run?.refusal,
        choose: () => changes.askFor('run-connector', { workspace, cloud, id, name: connector.name }),
      };
    }
    const leads = { action: repair.action, label: labelOf(repair), busy: false };
    if (repair.action === 'edit') {
      const place = `${paths.editConnector(workspace, cloud, id)}?step=${repair.step}`;
      return { ...leads, refusal: editing, choose: () => void navigate(place) };
    }
    const place = `${paths.cloneConnector(workspace, cloud, id)}?step=tenant`;
    return { ...leads, refusal: cloning, choose: () => void navigate(place) };
  });
}

function labelOf(repair: Exclude<RepairAction, { action: 'run-again' }>): string {
  if (repair.action === 'clone-with-new-secret') return 'Clone with new secret';
  if (repair.action === 'clone-with-other-ids') return 'Clone with other ids';
  return `Edit ${STEPS[repair.step]}`;
}

/** As the wizard calls its steps. */
const STEPS: Record<Extract<RepairAction, { action: 'edit' }>['step'], string> = {
  basics: 'basics',
  tenant: 'tenant',
  organization: 'organization',
  scope: 'scope',
  members: 'members and schedule',
  activation: 'activation and tags',
  review: 'and review',
};
