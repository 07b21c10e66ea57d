/**
 * Whose export is written now. Each person has one at a time, and few are written at once: each reads page after page, and with ten of them
 * every other call would wait for a connection to the database.
 */

const mostAtOnce = 2;

/** Answers `null` when one of the person is under way or waits for its turn. */
export type ExportTurns = <T>(personId: string, work: () => Promise<T>) => Promise<T | null>;

export function createExportTurns(): ExportTurns {
  const people = new Set<string>();
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (personId, work) => {
    if (people.has(personId)) return null;
    people.add(personId);
    try {
      if (running < mostAtOnce) running += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    } finally {
      people.delete(personId);
    }
  };
}
