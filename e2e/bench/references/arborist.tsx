/** The picker's reference: the same 50,000 units in react-arborist, all open, searched at every key, matches marked. */
import { useState } from 'react';
import { type NodeRendererProps, Tree } from 'react-arborist';
import { createRoot } from 'react-dom/client';

type Unit = { id: string; name: string; children?: Unit[] };
type GivenUnit = { id: string; name: string; parentId?: string };

const answer = await fetch('/units.json');
const given: GivenUnit[] = await answer.json();
createRoot(document.getElementById('root') ?? document.body).render(<Page units={treeOf(given)} />);

function treeOf(units: readonly GivenUnit[]): Unit[] {
  const byId = new Map(units.map(({ id, name }): [string, Unit] => [id, { id, name }]));
  const roots: Unit[] = [];
  for (const { id, parentId } of units) {
    const unit = byId.get(id);
    if (!unit) continue;
    const parent = byId.get(parentId ?? '');
    if (parent === undefined) roots.push(unit);
    else if (parent.children === undefined) parent.children = [unit];
    else parent.children.push(unit);
  }
  return roots;
}

function Page({ units }: { units: Unit[] }) {
  const [shown, setShown] = useState(false);
  const [query, setQuery] = useState('');
  if (!shown) {
    return (
      <button type="button" onClick={() => setShown(true)}>
        Show
      </button>
    );
  }
  return (
    <>
      <input aria-label="Search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      <Tree
        initialData={units}
        openByDefault
        width={720}
        height={420}
        rowHeight={34}
        searchTerm={query.trim()}
        searchMatch={({ data }, term) => contains(data.name, term) || contains(data.id, term)}
        disableDrag
        disableEdit
      >
        {(row: NodeRendererProps<Unit>) => (
          <div ref={row.dragHandle} style={row.style}>
            <Marked text={row.node.data.name} query={query} />{' '}
            <Marked text={row.node.data.id} query={query} />
          </div>
        )}
      </Tree>
    </>
  );
}

function contains(text: string, term: string): boolean {
  return text.toLowerCase().includes(term.toLowerCase());
}

function Marked({ text, query }: { text: string; query: string }) {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
