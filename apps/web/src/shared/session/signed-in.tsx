import {
  type Capability,
  isGranted,
  leastRoleFor,
  type Person,
  type Role,
  type Workspace,
} from '@console/console-contract';
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

/** Why the user may not do what needs the capability; `undefined` when they may. The server decides again for itself. */
export function useRefusal(capability: Capability): string | undefined {
  return refusalOf(usePerson().role, capability);
}

export function refusalOf(role: Role, capability: Capability): string | undefined {
  if (isGranted(role, capability)) return undefined;
  return `This needs the role ${leastRoleFor(capability)}; you are signed in as ${role}.`;
}
