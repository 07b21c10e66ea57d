import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Clock from 'lucide-react/icons/clock';
import Pause from 'lucide-react/icons/pause';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';

export type StatusKind = 'ok' | 'bad' | 'warn' | 'busy' | 'queued' | 'off' | 'unknown';

/** A state as icon (a shape of its own), word and colour. */
export function StatusBadge({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  const { Icon, ink } = KINDS[kind];
  return (
    <span
      className={`inline-flex items-center gap-1.5 align-middle whitespace-nowrap font-strong text-sm ${ink}`}
    >
      <Icon size={14} aria-hidden="true" className={kind === 'busy' ? 'turning shrink-0' : 'shrink-0'} />
      {children}
    </span>
  );
}

const KINDS = {
  ok: { Icon: Check, ink: 'text-ok' },
  bad: { Icon: TriangleAlert, ink: 'text-bad' },
  warn: { Icon: Clock, ink: 'text-warn' },
  busy: { Icon: RefreshCw, ink: 'text-busy' },
  queued: { Icon: CircleDashed, ink: 'text-busy' },
  off: { Icon: Pause, ink: 'text-off' },
  unknown: { Icon: CircleQuestionMark, ink: 'text-ink-3' },
};
