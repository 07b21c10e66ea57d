import type { Workspace } from '@console/console-contract';
import clsx from 'clsx';
import Clock from 'lucide-react/icons/clock';
import Plug from 'lucide-react/icons/plug';
import Settings from 'lucide-react/icons/settings';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { paths } from '../paths.ts';
import { Brand } from './brand.tsx';
import { NavFoot } from './nav-foot.tsx';

/** The places of a workspace. Below 1,024 px only the icons remain, their words stay for screen readers and tooltips. */
export function MainNav({ workspace }: { workspace: Workspace | undefined }) {
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 flex h-dvh w-[212px] flex-col gap-0.5 border-line border-r bg-surface px-3 py-4 max-lg:w-14 max-sm:w-11 max-sm:px-1.5"
    >
      <Link to={paths.home} className="rounded-md px-2 pt-0.5 pb-3.5 text-ink no-underline max-lg:px-1.5">
        <Brand compact />
      </Link>
      {workspace && (
        <>
          <Place to={paths.connectors(workspace.id)} icon={<Plug size={16} aria-hidden="true" />}>
            Connectors
          </Place>
          <Place to={paths.activity(workspace.id)} icon={<Clock size={16} aria-hidden="true" />}>
            Activity
          </Place>
          <Place to={paths.settings(workspace.id)} icon={<Settings size={16} aria-hidden="true" />}>
            Settings
          </Place>
          <NavFoot workspace={workspace} />
        </>
      )}
    </nav>
  );
}

function Place({ to, icon, children }: { to: string; icon: ReactNode; children: string }) {
  return (
    <NavLink
      to={to}
      title={children}
      className={({ isActive }) =>
        clsx(
          'flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1.5 font-medium text-md no-underline max-lg:justify-center',
          isActive ? 'bg-accent-soft text-accent-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
        )
      }
    >
      <span className="shrink-0">{icon}</span>
      <span className="max-lg:sr-only">{children}</span>
    </NavLink>
  );
}
