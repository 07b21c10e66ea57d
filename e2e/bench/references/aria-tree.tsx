/** A reference of the picker's: the same 50,000 units in React Aria's virtual tree, all open, searched at every key, matches marked. */
import { useMemo } from 'react';
import { Collection, ListLayout, Tree, TreeItem, TreeItemContent, Virtualizer } from 'react-aria-components';
import { Marked } from './marked.tsx';
import { mountReferencePage } from './reference-page.tsx';
import { contains, readUnits, type Unit } from './units.ts';

const units = await readUnits();
const expanded = new Set(branchesOf(units));
mountReferencePage((query) => <FoundUnits query={query} />);

function FoundUnits({ query }: { query: string }) {
  const wanted = query.trim();
  const found = useMemo(() => (wanted === '' ? units : withWord(units, wanted)), [wanted]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 34 }}>
      <Tree
        aria-label="Units"
        items={found}
        expandedKeys={expanded}
        dependencies={[query]}
        style={{ display: 'block', width: 720, height: 420, overflow: 'auto' }}
      >
        {(unit) => <Item unit={unit} query={query} />}
      </Tree>
    </Virtualizer>
  );
}

function Item({ unit, query }: { unit: Unit; query: string }) {
  return (
    <TreeItem id={unit.id} textValue={unit.name}>
      <TreeItemContent>
        <Marked text={unit.name} query={query} /> <Marked text={unit.id} query={query} />
      </TreeItemContent>
      <Collection items={unit.children ?? []} dependencies={[query]}>
        {(child) => <Item unit={child} query={query} />}
      </Collection>
    </TreeItem>
  );
}

/** What has the word, and everything above it. */
function withWord(among: readonly Unit[], word: string): Unit[] {
  return among.flatMap((unit) => {
    const children = withWord(unit.children ?? [], word);
    return children.length > 0 || contains(unit, word) ? [{ ...unit, children }] : [];
  });
}

function branchesOf(among: readonly Unit[]): string[] {
  return among.flatMap((unit) => (unit.children ? [unit.id, ...branchesOf(unit.children)] : []));
}
