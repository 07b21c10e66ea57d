/** A reference of the picker's: the same 50,000 units in react-arborist, all open, searched at every key, matches marked. */
import { type NodeRendererProps, Tree } from 'react-arborist';
import { Marked } from './marked.tsx';
import { mountReferencePage } from './reference-page.tsx';
import { contains, readUnits, type Unit } from './units.ts';

const units = await readUnits();
mountReferencePage((query) => <FoundUnits query={query} />);

function FoundUnits({ query }: { query: string }) {
  return (
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
          <Marked text={row.node.data.name} query={query} /> <Marked text={row.node.data.id} query={query} />
        </div>
      )}
    </Tree>
  );
}
