const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago or ahead, in the words of the product: "Now", "38 min ago", "in 23 h", "yesterday", "3 d ago";
 * beyond thirty days the date itself.
 */
export function relativeTimeText(at: number, now: number): string {
  const distance = Math.abs(now - at);
  const past = at <= now;
  if (distance < MINUTE) return 'Now';
  if (distance < HOUR) return place(`${Math.floor(distance / MINUTE)} min`, past);
  if (distance < DAY) return place(`${Math.floor(distance / HOUR)} h`, past);
  if (distance < 2 * DAY) return past ? 'yesterday' : 'tomorrow';
  if (distance < 30 * DAY) return place(`${Math.floor(distance / DAY)} d`, past);
  return DATE.format(at);
}

/** The full moment with its zone: "22 Nov 2026, 12:03:41 UTC+1". */
export function absoluteTimeText(at: number): string {
  return MOMENT.format(at);
}

/** A length of time as a clock shows it: "0:07", "2:14", "1:02:03". `ms` below zero counts as none. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

function place(amount: string, past: boolean): string {
  return past ? `${amount} ago` : `in ${amount}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
