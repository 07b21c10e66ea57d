/** How often something runs, from whole minutes: "every day", "every 4 hours", "every 90 minutes". */
export function everyText(minutes: number | null): string | null {
  if (minutes === null || minutes === 0) return null;
  for (const [size, one, many] of UNITS) {
    if (minutes % size === 0) {
      const count = minutes / size;
      return count === 1 ? `every ${one}` : `every ${count} ${many}`;
    }
  }
  return null;
}

const UNITS = [
  [1440, 'day', 'days'],
  [60, 'hour', 'hours'],
  [1, 'minute', 'minutes'],
] as const;
