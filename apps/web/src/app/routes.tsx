/** The map of the product: every address and the page behind it. Each page is a chunk of its own. */
import { type ComponentType, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { RequireSession } from './shell/require-session.tsx';

const loadShell = async () => (await import('./shell/console-shell.tsx')).ConsoleShell;
const loadList = async () =>
  (await import('../features/connectors/list/connector-list-page.tsx')).ConnectorListPage;
const loadHome = async () => (await import('./home-page.tsx')).HomePage;
const loadOperation = async () =>
  (await import('../features/operations/operation-progress.tsx')).OperationOfAddress;
const HomePage = page(loadHome);
const ConsoleShell = page(loadShell);
const ConnectorListPage = page(loadList);
const OperationOfAddress = page(loadOperation);
const FrontDoor = page(async () => (await import('./shell/front-door.tsx')).FrontDoor);
const BareShell = page(async () => (await import('./shell/bare-shell.tsx')).BareShell);
const NotFoundPage = page(async () => (await import('./not-found-page.tsx')).NotFoundPage);
const SetupPage = page(async () => (await import('../features/people/setup-page.tsx')).SetupPage);
const SignInPage = page(async () => (await import('../features/session/sign-in-page.tsx')).SignInPage);
const AccountPage = page(async () => (await import('../features/account/account-page.tsx')).AccountPage);
const ConnectWorkspacePage = page(
  async () => (await import('../features/workspaces/connect-workspace-page.tsx')).ConnectWorkspacePage,
);
const WorkspaceSettingsPage = page(
  async () => (await import('../features/workspaces/workspace-settings-page.tsx')).WorkspaceSettingsPage,
);
// What tells of a change comes with the page itself: the console may be gone by the time there is one to tell of.
const ConnectorPage = page(async () => {
  const [{ ConnectorPage }] = await Promise.all([
    import('../features/connectors/page/connector-page.tsx'),
    loadOperation(),
  ]);
  return ConnectorPage;
});
const ConnectorOverview = page(
  async () => (await import('../features/connectors/page/connector-overview.tsx')).ConnectorOverview,
);
const ConnectorScope = page(
  async () => (await import('../features/connectors/page/connector-scope.tsx')).ConnectorScope,
);
const ConnectorMembers = page(
  async () => (await import('../features/members/connector-members.tsx')).ConnectorMembers,
);
const LastJobErrors = page(async () => (await import('../features/job-errors/last-job.tsx')).LastJobErrors);
const ConnectorConfiguration = page(
  async () =>
    (await import('../features/connectors/page/connector-configuration.tsx')).ConnectorConfiguration,
);
const ActivityPage = page(async () => (await import('../features/activity/activity-page.tsx')).ActivityPage);
const ConnectorActivity = page(
  async () => (await import('../features/activity/connector-activity.tsx')).ConnectorActivity,
);
const ChooseCloudPage = page(
  async () => (await import('../features/onboarding/choose-cloud-page.tsx')).ChooseCloudPage,
);
const DraftsLink = page(
  async () => (await import('../features/onboarding/drafts/drafts-link.tsx')).DraftsLink,
);
const WizardPage = page(
  async () => (await import('../features/onboarding/wizard/wizard-page.tsx')).WizardPage,
);
const EditPage = page(async () => (await import('../features/onboarding/editing/edit-page.tsx')).EditPage);

// Most visits begin at a list: its code comes while the session is still being read, not after.
if (/^\/(w\/[^/]+\/connectors)?$/.test(window.location.pathname)) {
  void loadHome();
  void loadShell();
  void loadList();
}

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
          <Route path="/account" element={<AccountPage />} />
          <Route path="/workspaces/new" element={<ConnectWorkspacePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
        <Route path="/w/:workspace" element={<ConsoleShell />}>
          <Route index element={<Navigate to="connectors" replace />} />
          <Route path="connectors" element={<ConnectorListPage drafts={<DraftsLink />} />} />
          <Route path="connectors/new" element={<ChooseCloudPage />} />
          <Route path="connectors/new/azure" element={<WizardPage cloud="azure" />} />
          <Route path="connectors/new/aws" element={<WizardPage cloud="aws" />} />
          <Route path="connectors/new/drafts/:draft/:step?" element={<WizardPage />} />
          <Route path="connectors/:cloud/:id/edit" element={<EditPage />} />
          <Route path="connectors/:cloud/:id/clone" element={<WizardPage />} />
          <Route path="connectors/:cloud/:id" element={<ConnectorPage notice={<OperationOfAddress />} />}>
            <Route index element={<ConnectorOverview />} />
            <Route path="scope" element={<ConnectorScope />} />
            <Route path="members" element={<ConnectorMembers />} />
            <Route path="last-job" element={<LastJobErrors />} />
            <Route path="configuration" element={<ConnectorConfiguration />} />
            <Route path="activity" element={<ConnectorActivity />} />
          </Route>
          <Route path="activity" element={<ActivityPage />} />
          <Route path="settings" element={<WorkspaceSettingsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}

function page<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
