/** “2027-01-31” as “31 Jan 2027”; what is no day is shown as it is. */
export function dayText(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? day : DAY.format(moment);
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
