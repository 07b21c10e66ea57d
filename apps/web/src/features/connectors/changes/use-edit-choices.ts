import { useNavigate } from 'react-router';
import { paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';

export type EditChoice = {
  id: 'edit' | 'clone';
  verb: string;
  refusal: string | undefined;
  open: () => void;
};

/** The ways to a form that is filled in with a connector: to change it, or to make another one like it. */
export function useEditChoices({ workspace, cloud, id }: ConnectorAddress): EditChoice[] {
  const navigate = useNavigate();
  const refusal = useRefusal('connectors.change');
  const to = (path: string) => () => void navigate(path);
  return [
    { id: 'edit', verb: 'Edit', refusal, open: to(paths.editConnector(workspace, cloud, id)) },
    { id: 'clone', verb: 'Clone', refusal, open: to(paths.cloneConnector(workspace, cloud, id)) },
  ];
}
