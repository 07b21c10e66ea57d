/** The form's values as the words that the summary and the review show. */
import type { AwsDraftValues } from '@console/console-contract';
import { isAccountId } from '../../../shared/connectors/reported-units.ts';
import { isEverything } from '../scope-choice.ts';
import { countText } from '../words.ts';

export function partitionText({ partition }: Pick<AwsDraftValues, 'partition'>): string {
  return partition === 'govcloud' ? 'US GovCloud' : 'Global';
}

/** “the whole organization”, “2 units and 1 account”, “the whole organization except 2 units” */
export function scopeText({ included, excluded }: AwsDraftValues['scope']): string {
  if (isEverything({ included, excluded })) return 'the whole organization';
  const what = included.length === 0 ? 'the whole organization' : unitsText(included);
  return excluded.length === 0 ? what : `${what} except ${unitsText(excluded)}`;
}

/** “12 units”, “1 unit and 3 accounts” */
function unitsText(ids: readonly string[]): string {
  const accounts = ids.filter(isAccountId).length;
  const units = ids.length - accounts;
  const parts = [
    ...(units > 0 ? [countText(units, 'unit', 'units')] : []),
    ...(accounts > 0 ? [countText(accounts, 'account', 'accounts')] : []),
  ];
  return parts.join(' and ');
}

/** An external id is recognised by its end and not shown whole. */
export function endOf(externalId: string): string {
  const id = externalId.trim();
  return id.length < 8 ? 'Will be sent' : `Will be sent, ends …${id.slice(-4)}`;
}

/** “All”, or what is read of each part. */
export function regionsText(
  values: Pick<AwsDraftValues, 'allRegions' | 'allPostureRegions' | 'cspm'>,
): string {
  const { allRegions, allPostureRegions, cspm } = values;
  if (!cspm || allRegions === allPostureRegions) return allRegions ? 'All' : 'Those the gateway chooses';
  return allRegions
    ? 'All for Asset Inventory; for CSPM those the gateway chooses'
    : 'All for CSPM; for Asset Inventory those the gateway chooses';
}

export function memberIdText({
  externalId,
  memberExternalId,
}: Pick<AwsDraftValues, 'externalId' | 'memberExternalId'>): string {
  const same = externalId.trim() === memberExternalId.trim();
  return same ? 'The same as above' : endOf(memberExternalId);
}
