/** The connectors of the demo world: fictional companies in believable states. One line each. */
import type { Trouble } from '../world/world.ts';

/** `syncedHoursAgo` counts from the seeding. `members` is how many a former run has left. */
export type AzureEntry = {
  company: string;
  name: string;
  prefix: string;
  included: string[];
  outcome: 'success' | 'errors' | 'never-ran' | Trouble;
  members: number;
  syncedHoursAgo: number;
  days: number;
  disabled?: true;
  cspm?: false;
};

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

export const azureEntries: AzureEntry[] = [
  {
    company: 'Northwind Traders',
    name: 'Northwind Production',
    prefix: 'nw-prod',
    included: ['Retail Production', 'Logistics Production', 'Finance Production'],
    outcome: 'success',
    members: 9,
    syncedHoursAgo: 3,
    days: 1,
  },
  {
    company: 'Northwind Traders',
    name: 'Northwind Sandbox',
    prefix: 'nw-sbx',
    included: ['Corp Sandbox', 'Research Sandbox'],
    outcome: 'success',
    members: 3,
    syncedHoursAgo: 5,
    days: 2,
    cspm: false,
  },
  {
    company: 'Tailspin Toys',
    name: 'Tailspin Tenant',
    prefix: 'tailspin',
    included: [],
    outcome: 'errors',
    members: 24,
    syncedHoursAgo: 2,
    days: 1,
  },
  {
    company: 'Wingtip Media',
    name: 'Wingtip Streaming',
    prefix: 'wingtip',
    included: ['Online', 'Data Platform'],
    outcome: 'secret-expired',
    members: 6,
    syncedHoursAgo: 11,
    days: 1,
  },
  {
    company: 'Fabrikam Industries',
    name: 'Fabrikam Plants',
    prefix: 'fab-plants',
    included: ['Manufacturing Production', 'Manufacturing Staging'],
    outcome: 'success',
    members: 5,
    syncedHoursAgo: 7,
    days: 1,
  },
  {
    company: 'Fabrikam Industries',
    name: 'Fabrikam Residences',
    prefix: 'fab-res',
    included: ['Customer Care Production'],
    outcome: 'groups-forbidden',
    members: 0,
    syncedHoursAgo: 20,
    days: 1,
  },
  {
    company: 'Proseware',
    name: 'Proseware Global',
    prefix: 'proseware',
    included: ['Platform', 'Landing Zones', 'Security'],
    outcome: 'success',
    members: 7,
    syncedHoursAgo: 1,
    days: 1,
  },
  {
    company: 'Proseware',
    name: 'Proseware Acquisitions',
    prefix: 'pw-acq',
    included: ['Acquisitions', 'Decommissioned'],
    outcome: 'errors',
    members: 4,
    syncedHoursAgo: 9,
    days: 3,
  },
  {
    company: 'Adatum Corporation',
    name: 'Adatum Corporate',
    prefix: 'adatum',
    included: ['Corp Production', 'Corp Staging'],
    outcome: 'success',
    members: 4,
    syncedHoursAgo: 14,
    days: 1,
  },
  {
    company: 'Litware Health',
    name: 'Litware Clinics',
    prefix: 'litware',
    included: ['Clinics EMEA'],
    outcome: 'errors',
    members: 0,
    syncedHoursAgo: 4,
    days: 1,
  },
  {
    company: 'Woodgrove Bank',
    name: 'Woodgrove Retail Banking',
    prefix: 'wg-retail',
    included: ['Finance Production', 'Finance Staging', 'Finance Development'],
    outcome: 'success',
    members: 8,
    syncedHoursAgo: 6,
    days: 1,
  },
  {
    company: 'Woodgrove Bank',
    name: 'Woodgrove Trading',
    prefix: 'wg-trading',
    included: ['Finance Sandbox'],
    outcome: 'success',
    members: 2,
    syncedHoursAgo: 60,
    days: 7,
    disabled: true,
  },
  {
    company: 'Relecloud',
    name: 'Relecloud Partners',
    prefix: 'relecloud',
    included: ['Partners'],
    outcome: 'masked',
    members: 2,
    syncedHoursAgo: 16,
    days: 1,
  },
  {
    company: 'Margie Travel',
    name: 'Margie Travel Onboarding',
    prefix: 'margie',
    included: ['Online'],
    outcome: 'never-ran',
    members: 0,
    syncedHoursAgo: 0,
    days: 1,
  },
];

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
