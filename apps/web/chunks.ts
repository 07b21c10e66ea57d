/**
 * How the built application is cut. Each page loads when it is opened; what several pages share would fall into dozens
 * of files of half a kilobyte, each a request. So there is one chunk for what every visit needs first, and one for the
 * parts that pages share.
 */
type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };
type Naming = (id: string, graph: Graph) => string | null;
type Group = { debugName: string; name: Naming; minShareCount?: number };

/**
 * The contract has one entry point that imports all its files, so static imports tell nothing about it. These are the
 * ones a visit needs before it knows its page; the others travel with the pages.
 */
const CONTRACT = /[\\/]console-contract[\\/]src[\\/]/;
const CONTRACT_AT_THE_DOOR = /[\\/]src[\\/](endpoint|people|problem|session|values|workspaces)\.ts$/;

/** The shared chunks, first match wins; what none of them takes stays with its page. `main` is the entry's id. */
export function sharedChunks(main: string): Group[] {
  let first: ReadonlySet<string> | undefined;
  const isNeededFirst: (...asked: Parameters<Naming>) => boolean = (id, graph) => {
    first ??= reachableFrom(main, graph);
    return CONTRACT.test(id) ? CONTRACT_AT_THE_DOOR.test(id) : id !== main && first.has(id);
  };
  return [
    { debugName: 'first', name: (...asked) => (isNeededFirst(...asked) ? 'console' : null) },
    { debugName: 'parts', name: (id) => (id === main ? null : 'parts'), minShareCount: 2 },
  ];
}

/** Everything that static imports lead to. */
function reachableFrom(id: string, graph: Graph, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reachableFrom(imported, graph, seen);
  return seen;
}
