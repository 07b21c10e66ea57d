/** The organization connectors of the demo world. */
import type { Trouble } from '../world/world.ts';

/** `root` is the organization's root id, `role` the name of the role in its ARN; the rest is as on Azure. */
export type AwsEntry = {
  name: string;
  prefix: string;
  root: string;
  role: string;
  outcome: 'success' | 'errors' | 'stale-unit' | 'never-ran' | Trouble;
  members: number;
  syncedHoursAgo: number;
  hours: number;
  disabled?: true;
  govCloud?: true;
};

export const awsEntries: AwsEntry[] = [
  {
    name: 'Northwind Commerce',
    prefix: 'nw-aws',
    root: 'r-nw4t',
    role: 'connector_org',
    outcome: 'success',
    members: 18,
    syncedHoursAgo: 1,
    hours: 4,
  },
  {
    name: 'Tailspin Games',
    prefix: 'tailspin-games',
    root: 'r-ts8q',
    role: 'connector_org',
    outcome: 'errors',
    members: 21,
    syncedHoursAgo: 2,
    hours: 4,
  },
  {
    name: 'Contoso Data Lake',
    prefix: 'contoso-dl',
    root: 'r-ct2m',
    role: 'security/connector_org',
    outcome: 'success',
    members: 11,
    syncedHoursAgo: 3,
    hours: 6,
  },
  {
    name: 'Contoso Retail',
    prefix: 'contoso-rt',
    root: 'r-ct2m',
    role: 'security/connector_org',
    outcome: 'stale-unit',
    members: 6,
    syncedHoursAgo: 5,
    hours: 12,
  },
  {
    name: 'Fabrikam Robotics',
    prefix: 'fab-robotics',
    root: 'r-fk9d',
    role: 'connector_org',
    outcome: 'role-revoked',
    members: 8,
    syncedHoursAgo: 3,
    hours: 4,
  },
  {
    name: 'Adatum Public Sector',
    prefix: 'adatum-gov',
    root: 'r-ad5g',
    role: 'connector_org',
    outcome: 'success',
    members: 4,
    syncedHoursAgo: 8,
    hours: 24,
    govCloud: true,
  },
  {
    name: 'Humongous Insurance',
    prefix: 'humongous',
    root: 'r-hi7k',
    role: 'connector_org',
    outcome: 'throttled',
    members: 14,
    syncedHoursAgo: 1,
    hours: 1,
  },
  {
    name: 'Alpine Ski House',
    prefix: 'alpine',
    root: 'r-al3p',
    role: 'connector_org',
    outcome: 'success',
    members: 5,
    syncedHoursAgo: 30,
    hours: 24,
    disabled: true,
  },
  {
    name: 'Coho Vineyard',
    prefix: 'coho',
    root: 'r-zar5',
    role: 'pod04_aws_org',
    outcome: 'success',
    members: 3,
    syncedHoursAgo: 2,
    hours: 4,
  },
  {
    name: 'Lucerne Publishing',
    prefix: 'lucerne',
    root: 'r-lu6b',
    role: 'connector_org',
    outcome: 'licence',
    members: 9,
    syncedHoursAgo: 4,
    hours: 8,
  },
  {
    name: 'Trey Research',
    prefix: 'trey',
    root: 'r-tr1z',
    role: 'connector_org',
    outcome: 'never-ran',
    members: 0,
    syncedHoursAgo: 0,
    hours: 4,
  },
];
