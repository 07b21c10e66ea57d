/** The form's values as the words that the summary and the review show. */
import type { AzureDraftValues } from '@console/console-contract';
import { isEverything } from '../scope-choice.ts';
import { countText } from '../words.ts';

/** “the whole tenant”, “12 groups”, “the whole tenant except 2 groups” */
export function scopeText({ included, excluded }: AzureDraftValues['scope']): string {
  if (isEverything({ included, excluded })) return 'the whole tenant';
  const what = included.length === 0 ? 'the whole tenant' : groupsText(included.length);
  return excluded.length === 0 ? what : `${what} except ${groupsText(excluded.length)}`;
}

function groupsText(count: number): string {
  return countText(count, 'group', 'groups');
}

export const modules = [
  {
    id: 'vm',
    short: 'VM',
    name: 'Vulnerability Management (VM)',
    description: 'Finds vulnerabilities on the hosts.',
  },
  {
    id: 'pc',
    short: 'PC',
    name: 'Policy Compliance (PC)',
    description: 'Checks hosts against your own policies.',
  },
  {
    id: 'sca',
    short: 'SCA',
    name: 'Security Configuration Assessment (SCA)',
    description: 'Checks hosts against ready-made benchmarks.',
  },
  {
    id: 'certView',
    short: 'CertView',
    name: 'CertView',
    description: 'Watches certificates and their expiry.',
  },
] as const;

/** “VM, SCA” or “Nothing” */
export function activationText({ activation }: Pick<AzureDraftValues, 'activation'>): string {
  const chosen = modules.filter(({ id }) => activation[id]).map(({ short }) => short);
  return chosen.length === 0 ? 'Nothing' : chosen.join(', ');
}

/** The first group of an id is enough to recognise it. */
export function shortId(id: string): string {
  const trimmed = id.trim();
  return trimmed.length > 13 ? `${trimmed.slice(0, 8)}…` : trimmed;
}
