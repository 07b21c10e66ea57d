/** Which cloud: a small square of its colour and the word. */
export function CloudMark({ cloud }: { cloud: 'azure' | 'aws' }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-middle whitespace-nowrap text-ink-2">
      <span
        aria-hidden="true"
        className={`size-2 rounded-[2px] forced-colors:border ${cloud === 'azure' ? 'bg-azure' : 'bg-aws'}`}
      />
      {cloud === 'azure' ? 'Azure' : 'AWS'}
    </span>
  );
}
