/** A reference of the picker's: the same 50,000 units in react-arborist, all open, searched at every key, matches marked. */
import { useState } from 'react';
import { type NodeRendererProps, Tree } from 'react-arborist';
import { createRoot } from 'react-dom/client';
import { Marked } from './marked.tsx';
import { contains, readUnits, type Unit } from './units.ts';

const units = await readUnits();
createRoot(document.getElementById('root') ?? document.body).render(<Page />);

function Page() {
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
        searchMatch={({ data }, term) => contains(data, term)}
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
