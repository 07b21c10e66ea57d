/** What a connector may cover: Azure management groups (A8, A9) and AWS organizational units (W13). */
import { z } from 'zod';
import { optionalId, optionalText, optionalTextList } from './fields.ts';

/** A row of A8: the name of a management group, and nothing else about it. */
export const ManagementGroupName = z.string().min(1);
export type ManagementGroupName = z.output<typeof ManagementGroupName>;

/** The answer of A9. */
export const ConnectorManagementGroups = z
  .object({ includedMembers: optionalTextList, excludedMembers: optionalTextList })
  .transform(({ includedMembers, excludedMembers }) => ({
    includedMembers: includedMembers ?? [],
    excludedMembers: excludedMembers ?? [],
  }));
export type ConnectorManagementGroups = z.output<typeof ConnectorManagementGroups>;

/**
 * A row of W13. `ouPath` is the path of names above the unit: `""` for the root, `/Root` for its children.
 * `id` is the vendor's own key; the unit is known by `ouId`, which also stands in for a missing name.
 */
export const OrganizationalUnit = z
  .object({
    id: optionalId,
    ouId: z.string().min(1),
    ouName: optionalText,
    ouPath: optionalText,
    rootId: optionalText,
    customerId: optionalId,
    userId: optionalId,
  })
  .transform((unit) => ({ ...unit, ouName: unit.ouName ?? unit.ouId, ouPath: unit.ouPath ?? '' }));
export type OrganizationalUnit = z.output<typeof OrganizationalUnit>;
