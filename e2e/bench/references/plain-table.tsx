/** The list's reference: the same 10,000 connectors as a table with a row each, filtered at every key. */
import { useMemo } from 'react';
import { mountReferencePage } from './reference-page.tsx';

type Connector = {
  id: string;
  name: string;
  cloud: string;
  state: string;
  organizationId: string | null;
  members: number | null;
  lastSync: string | null;
  nextSync: string | null;
  newestError: string | null;
};

const answer = await fetch('/connectors.json');
const connectors: Connector[] = await answer.json();
mountReferencePage((query) => <FoundConnectors query={query} />);

function FoundConnectors({ query }: { query: string }) {
  const rows = useMemo(() => connectors.filter((row) => matches(row, query)), [query]);
  return (
    <div className="scroller" style={{ height: 560, overflow: 'auto' }}>
      <table aria-rowcount={rows.length + 1}>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.cloud}/${row.id}`}>
              {[row.name, row.cloud, row.state, row.organizationId, row.members].map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={at}>{text}</td>
              ))}
              {[row.lastSync, row.nextSync, row.newestError].map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={at}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function matches(row: Connector, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) =>
    [row.name, row.id, row.organizationId ?? ''].some((text) => text.toLowerCase().includes(word)),
  );
}
