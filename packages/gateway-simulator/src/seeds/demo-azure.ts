/** The tenant connectors of the demo world: fictional companies in believable states. */
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
