/** The rows of one workspace's list as they are sent, and at which version each has changed last. */

/** As one reading of the database found them, in the order of the list. */
export type ShownRows = { version: number; rows: { key: string; text: string }[] };

export type ListedRows = {
  version: number;
  total: number;
  /** All of them, as JSON. */
  whole: () => string;
  /** What the list of that version lacks, as JSON without the outer braces; `null` when that cannot be told, or when it is most of the list. */
  since: (version: number) => string | null;
};

/** Also what is needed to tell it of the next reading. */
type Known = ListedRows & {
  texts: ReadonlyMap<string, string>;
  changedAt: ReadonlyMap<string, number>;
  goneAt: ReadonlyMap<string, number>;
  versions: readonly number[];
};

export type KeepRows = (read: ShownRows) => ListedRows;

/** A browser that was away for longer than so many versions reads the whole list. */
const mostVersions = 200;

/** Compares each reading with the one before: no trigger and no column has to say which row it changed. */
export function createRowKeeper(): KeepRows {
  let known: Known | null = null;
  return (read) => (known = known === null ? first(read) : after(known, read));
}

function first({ version, rows }: ShownRows): Known {
  return listed(rows, { versions: [version], changedAt: new Map(), goneAt: new Map() });
}

function after(before: Known, { version, rows }: ShownRows): Known {
  if (version <= before.version) return before;
  const versions = [...before.versions, version].slice(-mostVersions);
  const isReported = ([, at]: [string, number]) => at > (versions[0] ?? 0);
  const changedAt = new Map([...before.changedAt].filter(isReported));
  const goneAt = new Map([...before.goneAt].filter(isReported));
  for (const { key, text } of rows) {
    if (before.texts.get(key) === text) continue;
    changedAt.set(key, version);
    goneAt.delete(key);
  }
  const there = new Set(rows.map(({ key }) => key));
  for (const key of before.texts.keys()) {
    if (there.has(key)) continue;
    goneAt.set(key, version);
    changedAt.delete(key);
  }
  return listed(rows, { versions, changedAt, goneAt });
}

type History = Pick<Known, 'versions' | 'changedAt' | 'goneAt'>;

function listed(rows: ShownRows['rows'], { versions, changedAt, goneAt }: History): Known {
  const total = rows.length;
  return {
    version: versions.at(-1) ?? 0,
    total,
    versions,
    changedAt,
    goneAt,
    texts: new Map(rows.map(({ key, text }) => [key, text])),
    whole: () => `[${rows.map(({ text }) => text).join(',')}]`,
    since(version) {
      // Only of a state that was seen: a row that changed and changed back between two others looks as if it never had.
      if (!versions.includes(version)) return null;
      const changed = rows
        .map(({ key, text }, place) => ({ key, text, place }))
        .filter(({ key }) => (changedAt.get(key) ?? 0) > version);
      const gone = [...goneAt].flatMap(([key, at]) => (at > version ? [key] : []));
      if (changed.length + gone.length > Math.max(20, total / 2)) return null;
      const places = changed.map(({ place }) => place);
      const texts = changed.map(({ text }) => text).join(',');
      return `"connectors":[${texts}],"since":${JSON.stringify({ version, places, gone })}`;
    },
  };
}
