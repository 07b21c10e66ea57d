import { Pill } from '../../ui/pill.tsx';

/** What a connector collects, always in the same order: the gateway's answers disagree on it. */
export function Capabilities({ of }: { of: readonly string[] }) {
  if (of.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="inline-flex gap-1">
      {inOrder(of).map((capability) => (
        <Pill key={capability} title={SPELLED_OUT[capability]}>
          {capability}
        </Pill>
      ))}
    </span>
  );
}

function inOrder(capabilities: readonly string[]): string[] {
  return [...new Set(capabilities)].toSorted((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
}

function rankOf(capability: string): number {
  const rank = Object.keys(SPELLED_OUT).indexOf(capability);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}

const SPELLED_OUT: Record<string, string> = {
  AI: 'Asset inventory',
  CI: 'Cloud inventory',
  CSPM: 'Cloud security posture management',
  CSA: 'Cloud security assessment',
};
