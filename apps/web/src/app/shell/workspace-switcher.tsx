import type { Workspace } from '@console/console-contract';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Plus from 'lucide-react/icons/plus';
import { useNavigate } from 'react-router';
import { leaveFor } from '../../shared/page/leaving.ts';
import { useRefusal } from '../../shared/session/signed-in.tsx';
import { Menu, type MenuItem } from '../../ui/actions/menu.tsx';
import { paths } from '../paths.ts';

type Props = { current: Workspace | undefined; workspaces: readonly Workspace[] };

/** Which subscription is open, and the others. */
export function WorkspaceSwitcher({ current, workspaces }: Props) {
  const navigate = useNavigate();
  const adminReason = useRefusal('workspaces.change');
  const items: MenuItem[] = [
    { kind: 'heading', id: 'workspaces', label: 'Workspaces' },
    ...workspaces.map((workspace) => ({
      id: workspace.id,
      label: <WorkspaceName workspace={workspace} />,
      current: workspace.id === current?.id,
      icon: (
        <Check
          size={14}
          aria-hidden="true"
          className={workspace.id === current?.id ? 'text-accent-ink' : 'invisible'}
        />
      ),
      onSelect: () => leaveFor(() => void navigate(paths.connectors(workspace.id))),
    })),
    { kind: 'separator', id: 'before-new' },
    {
      id: 'new',
      label: 'Connect a workspace',
      icon: <Plus size={14} aria-hidden="true" />,
      disabledReason: adminReason,
      onSelect: () => leaveFor(() => void navigate(paths.connectWorkspace)),
    },
  ];
  return (
    <Menu
      label={current ? `Workspace: ${wordsOf(current)}` : 'Choose a workspace'}
      variant="quiet"
      items={items}
      className="-mx-3 max-w-full! shrink! overflow-hidden text-ink! text-md!"
    >
      {current ? <WorkspaceName workspace={current} /> : 'Choose a workspace'}
      <ChevronDown size={14} aria-hidden="true" className="shrink-0" />
    </Menu>
  );
}

function WorkspaceName({ workspace }: { workspace: Workspace }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-baseline gap-2">
      <bdi title={workspace.name} className="truncate">
        {workspace.name}
      </bdi>{' '}
      <span className="shrink-0 font-normal text-ink-3 text-sm">{kindOf(workspace)}</span>
    </span>
  );
}

/** What `WorkspaceName` shows, as one text: who speaks to the page says what stands there (WCAG 2.5.3). */
function wordsOf(workspace: Workspace): string {
  return `${workspace.name} ${kindOf(workspace)}`;
}

function kindOf({ demo, platform }: Workspace): string {
  return demo ? 'simulated' : platform;
}
