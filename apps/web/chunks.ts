/**
 * How the built application is cut. Each page loads when it is opened; what several pages share would fall into dozens
 * of files of half a kilobyte, each a request. So there is one chunk for what every visit needs first, one for the parts
 * that the first screen shares with other pages, and one for what only other pages share: the list does not wait for it.
 */
type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };
type Naming = (id: string, graph: Graph) => string | null;
type Group = { debugName: string; name: Naming; minShareCount?: number };

/**
 * The contract has one entry point that imports all its files, so static imports tell nothing about it. These are the
 * ones a visit needs before it knows its page; the others travel with the pages.
 */
const CONTRACT = /[\\/]console-contract[\\/]src[\\/]/;
const CONTRACT_AT_THE_DOOR = /[\\/]src[\\/](capabilities|endpoint|people|problem|session|values)\.ts$/;

/** What only pages use of a library whose entry point, too, imports all it has. */
const FOR_PAGES_ONLY = /[\\/](useQueries|queriesObserver|useInfiniteQuery|infiniteQueryObserver)\.js$/;

const CONTRACT_OF_THE_FIRST_SCREEN =
  /[\\/]src[\\/](connectors[\\/].+|operations[\\/](changes|kinds|reading)|values|workspaces)\.ts$/;

/** The shared chunks, first match wins; what none of them takes stays with its page. Ids: the entry's, and those of the pages that make up the first screen. */
export function sharedChunks(main: string, firstScreen: readonly string[]): Group[] {
  const isNeededFirst = needs([main], CONTRACT_AT_THE_DOOR);
  const isNeededOnFirstScreen = needs(firstScreen, CONTRACT_OF_THE_FIRST_SCREEN);
  return [
    {
      debugName: 'first',
      name: (id, graph) => (isNeededFirst(id, graph) && !FOR_PAGES_ONLY.test(id) ? 'console' : null),
    },
    {
      debugName: 'parts',
      name: (...asked) => (isNeededOnFirstScreen(...asked) ? 'parts' : null),
      minShareCount: 2,
    },
    { debugName: 'more', name: (id) => (id === main ? null : 'more'), minShareCount: 2 },
  ];
}

/** What static imports of `roots` lead to, without the roots themselves; of the contract, what `contract` names. */
function needs(roots: readonly string[], contract: RegExp): (...asked: Parameters<Naming>) => boolean {
  let needed: ReadonlySet<string> | undefined;
  return (id, graph) => {
    if (needed === undefined) {
      const seen = new Set<string>();
      for (const root of roots) reachableFrom(root, graph, seen);
      needed = seen;
    }
    if (CONTRACT.test(id)) return contract.test(id);
    return !roots.includes(id) && needed.has(id);
  };
}

/** Everything that static imports lead to. */
function reachableFrom(id: string, graph: Graph, seen: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reachableFrom(imported, graph, seen);
}
