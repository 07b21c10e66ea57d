import type { Role, Workspace } from '@console/console-contract';
import { useMutation } from '@tanstack/react-query';
import type { PaletteEntry } from '../../../features/palette/palette-entry.ts';
import { signOutMutation } from '../../../features/session/queries.ts';
import { leaveFor } from '../../../shared/page/leaving.ts';
import { refusalOf, usePerson } from '../../../shared/session/signed-in.tsx';
import { type ThemeChoice, useTheme } from '../../../ui/theme/theme.ts';
import { paths } from '../../paths.ts';
import { verbEntries } from './connector-entries.ts';

interface PlacesOptions {
  workspace: Workspace;
  workspaces: readonly Workspace[];
  go: (path: string) => void;
  onClose: () => void;
  onShowKeys: () => void;
}

/** The pages that the navigation and the menus lead to, and what they do, each with the reason where this user may not. */
export function usePlaces(options: PlacesOptions): { places: PaletteEntry[]; actions: PaletteEntry[] } {
  const { workspace, workspaces, go, onShowKeys } = options;
  const { role } = usePerson();
  const toPage = (label: string, path: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
    id: path,
    label,
    onChoose: () => go(path),
    ...more,
  });
  const themesAndLeaving = useOwnActions(options.onClose);
  return {
    places: [
      toPage('Connectors', paths.connectors(workspace.id)),
      toPage('Activity', paths.activity(workspace.id)),
      toPage('Settings', paths.settings(workspace.id)),
      toPage('Account', paths.account, { keywords: 'password sessions sign out everywhere' }),
      ...workspaces
        .filter(({ id }) => id !== workspace.id)
        .map(({ id, name }) =>
          toPage(`Workspace ${name}`, paths.connectors(id), { keywords: 'switch connectors' }),
        ),
    ],
    actions: [
      ...onboardingOf(workspace.id, role).map(({ label, path, ...more }) => toPage(label, path, more)),
      ...verbEntries(role),
      toPage('Connect a workspace', paths.connectWorkspace, {
        refusal: refusalOf(role, 'workspaces.change'),
      }),
      { id: 'keys', label: 'Keyboard shortcuts', keywords: 'help keys', onChoose: onShowKeys },
      ...themesAndLeaving,
    ],
  };
}

function onboardingOf(workspace: string, role: Role) {
  const refusal = refusalOf(role, 'connectors.onboard');
  return [
    { label: 'New connector', path: paths.newConnector(workspace), keywords: 'create add', refusal },
    { label: 'New Azure connector', path: paths.newAzureConnector(workspace), refusal },
    { label: 'New AWS connector', path: paths.newAwsConnector(workspace), refusal },
  ];
}

/** What the menu of the account does. */
function useOwnActions(onClose: () => void): PaletteEntry[] {
  const { choose } = useTheme();
  const { mutate: signOut } = useMutation({
    ...signOutMutation,
    onSuccess: () => window.location.assign(paths.signIn()),
  });
  const closing = (act: () => void) => () => {
    onClose();
    act();
  };
  return [
    ...THEMES.map(({ id, label }) => ({
      id: `theme ${id}`,
      label,
      keywords: 'appearance colors',
      onChoose: closing(() => choose(id)),
    })),
    { id: 'sign-out', label: 'Sign out', onChoose: closing(() => leaveFor(signOut)) },
  ];
}

const THEMES: { id: ThemeChoice; label: string }[] = [
  { id: 'light', label: 'Light theme' },
  { id: 'dark', label: 'Dark theme' },
  { id: 'system', label: 'Match the system theme' },
];
