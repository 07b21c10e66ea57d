import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { useRoleReason } from '../../shared/signed-in.tsx';
import { Button } from '../../ui/button.tsx';

/** The ways to a form that is filled in with this connector: to change it, or to make another one like it. */
export function EditButtons({ address }: { address: ConnectorAddress }) {
  const navigate = useNavigate();
  const roleReason = useRoleReason('operator');
  const { workspace, cloud, id } = address;
  return (
    <>
      <Button
        disabledReason={roleReason}
        onClick={() => void navigate(paths.editConnector(workspace, cloud, id))}
      >
        Edit
      </Button>
      <Button
        disabledReason={roleReason}
        onClick={() => void navigate(paths.cloneConnector(workspace, cloud, id))}
      >
        Clone
      </Button>
    </>
  );
}
