/** The management groups of every Azure tenant, and the subscriptions below them. Nothing is stored: both follow from the tenant. */
import { drawsFor } from './random.ts';
import type { SeedName } from './world.ts';

const divisions = [
  'Corp',
  'Finance',
  'Retail',
  'Logistics',
  'Research',
  'Manufacturing',
  'Marketing',
  'Customer Care',
] as const;
const stages = ['Production', 'Staging', 'Development', 'Sandbox'] as const;
const platform = [
  'Platform',
  'Landing Zones',
  'Identity',
  'Connectivity',
  'Management',
  'Security',
  'Online',
  'Quarantine',
  'Decommissioned',
  'Shared Services',
  'Data Platform',
  'Training',
  'Partners',
  'Acquisitions',
] as const;

/** In every tenant: below it one subscription that the application may not read, so that a run over it ends with an error. */
const groupWithUnreadableSubscription = 'TestingManagementGroup';
/** In every tenant: below it one subscription that is disabled. */
const groupWithDisabledSubscription = 'Decommissioned';

const largeTenant = 10_000;

/** The group names of a tenant: 48 of them, or ten thousand in the large world. The first is the tenant's root. */
export function groupsOfTenant(seed: SeedName, tenantId: string): string[] {
  if (seed === 'large') return groupsOfLargeTenant(tenantId);
  const business = divisions.flatMap((division) => stages.map((stage) => `${division} ${stage}`));
  return ['Tenant Root Group', ...platform, ...business, groupWithUnreadableSubscription];
}

export type Subscription = { id: string; name: string; trouble: 'unreadable' | 'disabled' | null };

/** The subscriptions directly below a group: one to three of them. */
export function subscriptionsOf(tenantId: string, group: string): Subscription[] {
  const draws = drawsFor('subscriptions', tenantId, group);
  const special = specialSubscription(group);
  const count = special ? 2 : 1 + draws.below(3);
  return Array.from({ length: count }, (_, index) => ({
    id: draws.uuid(),
    name: `${group} ${String(index + 1).padStart(2, '0')}`,
    trouble: index === 0 ? special : null,
  }));
}

function specialSubscription(group: string): Subscription['trouble'] {
  if (group === groupWithUnreadableSubscription) return 'unreadable';
  return group === groupWithDisabledSubscription ? 'disabled' : null;
}

function groupsOfLargeTenant(tenantId: string): string[] {
  const draws = drawsFor('large tenant', tenantId);
  const names = Array.from({ length: largeTenant - 2 }, (_, index) => {
    const place = `${draws.oneOf(divisions)} ${draws.oneOf(stages)}`;
    return `${place} ${String(index + 1).padStart(5, '0')}`;
  });
  return ['Tenant Root Group', ...names, groupWithUnreadableSubscription];
}
