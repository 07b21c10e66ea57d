import type { Role } from '@console/console-contract';
import { useNavigate } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { refusalOf, usePerson } from '../../../shared/session/signed-in.tsx';

export type EditChoice = {
  id: 'edit' | 'clone';
  verb: string;
  refusal: string | undefined;
  open: () => void;
};

/** The ways to a form that is filled in with a connector: to change it, or to make another one like it. */
export function useEditChoices(address: ConnectorAddress): EditChoice[] {
  const navigate = useNavigate();
  const { role } = usePerson();
  return editForms(address, role).map(({ path, ...form }) => ({ ...form, open: () => void navigate(path) }));
}

/** The same as addresses, for a user of this role. */
export function editForms({ workspace, cloud, id }: ConnectorAddress, role: Role) {
  const refusal = refusalOf(role, 'connectors.change');
  return [
    { id: 'edit', verb: 'Edit', refusal, path: paths.editConnector(workspace, cloud, id) },
    { id: 'clone', verb: 'Clone', refusal, path: paths.cloneConnector(workspace, cloud, id) },
  ] as const;
}
