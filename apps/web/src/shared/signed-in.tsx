import type { Person, Role, Workspace } from '@console/console-contract';
import { createContext, type ReactNode, use } from 'react';

const PersonContext = createContext<Person | null>(null);
const WorkspaceContext = createContext<Workspace | null>(null);

/** Who is signed in, for everything below. */
export function SignedInAs({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** The workspace that the pages below are about. */
export function InWorkspace({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function usePerson(): Person {
  const person = use(PersonContext);
  if (person === null) throw new Error('usePerson is for pages behind the sign-in.');
  return person;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace is for pages below /w/:workspace.');
  return workspace;
}

/** Why the user may not do what needs `role`; `undefined` when they may. The server decides again for itself. */
export function useRoleReason(role: Role): string | undefined {
  return roleReason(usePerson().role, role);
}

export function roleReason(own: Role, role: Role): string | undefined {
  if (RANK[own] >= RANK[role]) return undefined;
  return `This needs the role ${role}; you are signed in as ${own}.`;
}

const RANK: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };
