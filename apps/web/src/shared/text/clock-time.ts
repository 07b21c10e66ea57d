const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const SHORT = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment of today as the clock shows it: "12:03:41". */
export function clockTimeText(at: string): string {
  return TIME.format(new Date(at));
}

/** "12:03" today, "21 Nov, 12:03" on any other day. */
export function shortTimeText(at: string | number, now: Date = new Date()): string {
  const moment = new Date(at);
  return (moment.toDateString() === now.toDateString() ? SHORT : DAY_AND_TIME).format(moment);
}
