import {
  findEntries,
  type PaletteEntry,
  type PaletteSection,
} from '../../../features/palette/palette-entry.ts';
import { entriesToChange, type ListedConnector, type PaletteWays, verbsTyped } from './connector-entries.ts';

export interface PaletteContents {
  places: readonly PaletteEntry[];
  actions: readonly PaletteEntry[];
  /** The connector whose page is open. */
  open: ListedConnector | undefined;
  /** Those of the open workspace: only they can be changed from here. */
  own: readonly ListedConnector[];
  /** Those of every workspace, to be opened. */
  connectors: readonly PaletteEntry[];
  ways: PaletteWays;
}

const MOST_CONNECTORS = 12;
const MOST_TO_CHANGE = 6;

/** What fits the typed text. Untyped: places, what can be done with the open connector, and the actions. */
export function sectionsOf(typed: string, contents: PaletteContents): PaletteSection[] {
  const { places, actions, open, connectors, ways } = contents;
  const isTyped = typed.trim() !== '';
  const found = (entries: readonly PaletteEntry[]) => findEntries(entries, typed, 20).entries;
  const toChange = changesTyped(typed, contents);
  return [
    ...toChange,
    // What is named by the verb stands above already.
    ...(open && toChange.length === 0
      ? [{ title: 'This connector', entries: found(entriesToChange(open, ways)) }]
      : []),
    ...(isTyped ? [{ title: 'Connectors', ...findEntries(connectors, typed, MOST_CONNECTORS) }] : []),
    { title: 'Places', entries: found(places) },
    { title: 'Actions', entries: found(actions) },
  ];
}

/** “run prod”: the connectors of this workspace that fit what follows the verb, each with what the verb would do. */
function changesTyped(typed: string, { own, ways }: PaletteContents): PaletteSection[] {
  const { verbs, rest } = verbsTyped(typed);
  if (verbs.length === 0) return [];
  const named = own.map((listed) => ({
    id: listed.connector.id,
    label: listed.connector.name,
    detail: `${listed.connector.cloud} ${listed.connector.id}`,
    listed,
  }));
  const { entries, more } = findEntries(named, rest, MOST_TO_CHANGE);
  return verbs.map((verb, at) => ({
    title: verb,
    entries: entries.flatMap(({ listed }) => entriesToChange(listed, ways, [verb])),
    more: at === verbs.length - 1 ? more : 0,
  }));
}
