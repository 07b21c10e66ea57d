import { useMutation } from '@tanstack/react-query';
import LogOut from 'lucide-react/icons/log-out';
import UserRound from 'lucide-react/icons/user-round';
import { useNavigate } from 'react-router';
import { signOutMutation } from '../../features/session/queries.ts';
import { leaveFor } from '../../shared/page/leaving.ts';
import { usePerson } from '../../shared/session/signed-in.tsx';
import { Menu } from '../../ui/actions/menu.tsx';
import { type ThemeChoice, useTheme } from '../../ui/theme/theme.ts';
import { paths } from '../paths.ts';

/** Who is signed in, what they change of their own, how the console looks, and the way out. */
export function AccountMenu() {
  const person = usePerson();
  const navigate = useNavigate();
  const { choice, choose } = useTheme();
  // A full load of the sign-in page: nothing of this session stays in memory.
  const signOut = useMutation({
    ...signOutMutation,
    onSuccess: () => window.location.assign(paths.signIn()),
  });
  return (
    <Menu
      label={`${initialsOf(person.name)}: account of ${person.name}`}
      align="end"
      className="size-7! rounded-full! border-transparent! bg-accent-soft! px-0! font-bold! text-accent-ink! text-xs!"
      items={[
        { kind: 'heading', id: 'who', label: `${person.name} · ${person.role}` },
        {
          id: 'account',
          label: 'Account',
          icon: <UserRound size={14} />,
          onSelect: () => leaveFor(() => void navigate(paths.account)),
        },
        { kind: 'separator', id: 'after-who' },
        ...THEMES.map(({ id, label }) => ({
          id,
          label,
          checked: choice === id,
          onSelect: () => choose(id),
        })),
        { kind: 'separator', id: 'after-themes' },
        {
          id: 'sign-out',
          label: 'Sign out',
          icon: <LogOut size={14} />,
          onSelect: () => leaveFor(signOut.mutate),
        },
      ]}
    >
      {initialsOf(person.name)}
    </Menu>
  );
}

const THEMES: { id: ThemeChoice; label: string }[] = [
  { id: 'light', label: 'Light theme' },
  { id: 'dark', label: 'Dark theme' },
  { id: 'system', label: 'Match the system' },
];

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word = '') => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
