import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A button that shows the list, and the box above it that searches it at every key: alike for every reference. */
export function mountReferencePage(list: (query: string) => ReactNode): void {
  createRoot(document.getElementById('root') ?? document.body).render(<ReferencePage list={list} />);
}

function ReferencePage({ list }: { list: (query: string) => ReactNode }) {
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
      {list(query)}
    </>
  );
}
