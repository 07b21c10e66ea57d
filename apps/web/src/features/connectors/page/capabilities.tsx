import clsx from 'clsx';
import { Pill } from '../../../ui/status/pill.tsx';
import { shownCapabilities, spelledOut } from './connector-capabilities.ts';

/** What a connector collects. The vendor's words may have any length: where they `wrap` each is shown whole, in a row of a table it is cut. */
export function Capabilities({ of, wrap = false }: { of: readonly string[]; wrap?: boolean }) {
  if (of.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className={clsx('inline-flex gap-1', wrap && 'min-w-0 flex-wrap')}>
      {shownCapabilities(of).map((capability) => (
        <Pill key={capability} title={spelledOut[capability]}>
          {wrap ? <bdi className="wrap-anywhere whitespace-normal">{capability}</bdi> : capability}
        </Pill>
      ))}
    </span>
  );
}
