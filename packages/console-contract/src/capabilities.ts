/** What a caller may do. Every endpoint names one capability or is public. A role grants its own capabilities and those of every lesser role. */
import * as z from 'zod/mini';

/** Each contains the one before. */
export const Role = z.enum(['viewer', 'operator', 'admin']);
export type Role = z.output<typeof Role>;

/** The least role that grants each. */
const leastRole = {
  'session.use': 'viewer',
  'workspaces.read': 'viewer',
  'connectors.read': 'viewer',
  'operations.read': 'viewer',
  'activity.read': 'viewer',
  'connectors.onboard': 'operator',
  'connectors.change': 'operator',
  'operations.steer': 'operator',
  'workspaces.verify': 'operator',
  'workspaces.change': 'admin',
  'activity.read-addresses': 'admin',
} as const satisfies Record<string, Role>;

export type Capability = keyof typeof leastRole;

export function leastRoleFor(capability: Capability): Role {
  return leastRole[capability];
}

export function isGranted(role: Role, capability: Capability): boolean {
  const { options } = Role;
  return options.indexOf(role) >= options.indexOf(leastRole[capability]);
}
