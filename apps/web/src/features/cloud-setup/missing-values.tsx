import type { Blank } from './placeholders.ts';

/** What has still to be entered before the code below can be run. */
export function MissingValues({ missing }: { missing: readonly Blank[] }) {
  if (missing.length === 0) return null;
  return (
    <div className="grid gap-1 rounded-md border border-warn/35 bg-warn-soft px-3 py-2">
      <p className="m-0 font-strong">Still missing, or not valid yet; placeholders stand in the code</p>
      <ul className="m-0 grid list-none gap-0.5 p-0">
        {missing.map(({ placeholder, source }) => (
          <li key={placeholder} className="flex flex-wrap gap-x-2">
            <code className="font-mono">{placeholder}</code>
            <span className="text-ink-2">{source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
