import { Pill } from '../../../ui/status/pill.tsx';
import { shownCapabilities, spelledOut } from './connector-capabilities.ts';

/** What a connector collects. */
export function Capabilities({ of }: { of: readonly string[] }) {
  if (of.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="inline-flex gap-1">
      {shownCapabilities(of).map((capability) => (
        <Pill key={capability} title={spelledOut[capability]}>
          {capability}
        </Pill>
      ))}
    </span>
  );
}
