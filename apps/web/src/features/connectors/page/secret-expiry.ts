/** When the secret of a tenant's application ends, as it was entered here. Days are UTC; pure. */

import { dayText } from '../../../shared/text/day-text.ts';

const DAY_MS = 86_400_000;
const WARNED_DAYS = 30;

/** Days until the day that is named; below zero once it is over. */
function daysUntil(day: string, now: number): number {
  return Math.round((Date.parse(day) - Math.floor(now / DAY_MS) * DAY_MS) / DAY_MS);
}

/** What to warn of, or `null` while there is time. */
export function expiryWarning(day: string | null, now: number): string | null {
  if (day === null) return null;
  const days = daysUntil(day, now);
  if (Number.isNaN(days) || days > WARNED_DAYS) return null;
  if (days < 0) return `The client secret expired on ${dayText(day)}.`;
  if (days === 0) return 'The client secret expires today.';
  return `The client secret expires in ${days === 1 ? 'one day' : `${days} days`}, on ${dayText(day)}.`;
}
