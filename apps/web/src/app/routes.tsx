/** The map of the product: every address and the page behind it. Each page is a chunk of its own. */
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from './home-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { BareShell } from './shell/bare-shell.tsx';
import { ConsoleShell } from './shell/console-shell.tsx';
import { FrontDoor } from './shell/front-door.tsx';
import { RequireSession } from './shell/require-session.tsx';

const SetupPage = lazy(async () => ({
  default: (await import('../features/people/setup-page.tsx')).SetupPage,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../features/session/sign-in-page.tsx')).SignInPage,
}));
const ConnectWorkspacePage = lazy(async () => ({
  default: (await import('../features/workspaces/connect-workspace-page.tsx')).ConnectWorkspacePage,
}));
const WorkspaceSettingsPage = lazy(async () => ({
  default: (await import('../features/workspaces/workspace-settings-page.tsx')).WorkspaceSettingsPage,
}));

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<FrontDoor />}>
        <Route path="/setup" element={<SetupPage />} />
        <Route path="/sign-in" element={<SignInPage />} />
      </Route>
      <Route element={<RequireSession />}>
        <Route element={<BareShell />}>
          <Route path="/" element={<HomePage />} />
          <Route path="/workspaces/new" element={<ConnectWorkspacePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
        <Route path="/w/:workspace" element={<ConsoleShell />}>
          <Route path="settings" element={<WorkspaceSettingsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
