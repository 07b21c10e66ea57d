/** Entries under the days they fell on, by the clock of this browser. */
export type Day<Entry> = { day: string; title: string; entries: Entry[] };

/** Keeps the order of the entries. `now` decides what is called today; a year is named when it is another one. */
export function byDay<Entry extends { at: string }>(entries: readonly Entry[], now: number): Day<Entry>[] {
  const days = Map.groupBy(entries, ({ at }) => dayOf(new Date(at)));
  return [...days].map(([day, ofDay]) => ({ day, title: titleOf(day, new Date(now)), entries: ofDay }));
}

function titleOf(day: string, now: Date): string {
  if (day === dayOf(now)) return 'Today';
  // Noon of the day before: a day of 23 or 25 hours does not lead to a wrong one.
  if (day === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12))) return 'Yesterday';
  const format = day.startsWith(`${now.getFullYear()}-`) ? THIS_YEAR : OTHER_YEAR;
  return format.format(new Date(`${day}T12:00:00`));
}

function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const THIS_YEAR = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
