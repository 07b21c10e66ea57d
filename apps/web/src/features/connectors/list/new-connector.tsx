import Plus from 'lucide-react/icons/plus';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useRefusal } from '../../../shared/session/signed-in.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';

/** The way to onboard another tenant or organization, with the reason for whom it is not open. */
export function NewConnector({ workspace }: { workspace: string }) {
  const refused = useRefusal('connectors.onboard');
  const icon = <Plus size={14} aria-hidden="true" />;
  if (refused !== undefined) {
    return (
      <Button variant="primary" icon={icon} disabledReason={refused}>
        New connector
      </Button>
    );
  }
  return (
    <Link to={paths.newConnector(workspace)} className={buttonClass('primary')}>
      {icon}
      New connector
    </Link>
  );
}
