import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { RequestId } from './request-id.tsx';

export type BannerTone = 'info' | 'ok' | 'warn' | 'bad';

export interface BannerProps {
  tone: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
  onDismiss?: (() => void) | undefined;
  requestId?: string | undefined;
}

/** A message at the top of what it concerns; it stays until dismissed. Only `bad` interrupts a screen reader. */
export function Banner({ tone, title, children, action, onDismiss, requestId }: BannerProps) {
  const { Icon, box, ink } = bannerTones[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex items-start gap-2.5 rounded-md border px-3 py-2 text-sm ${box}`}
    >
      <Icon size={16} aria-hidden="true" className={`mt-px shrink-0 ${ink}`} />
      <div className="grid min-w-0 flex-1 gap-0.5 text-ink">
        {title && <div className="font-strong">{title}</div>}
        {children && <div>{children}</div>}
        {requestId && <RequestId id={requestId} />}
      </div>
      {action && <div className="flex shrink-0 gap-2">{action}</div>}
      {onDismiss && <IconButton size="sm" label="Dismiss" icon={<X size={14} />} onClick={onDismiss} />}
    </div>
  );
}

/** How each tone looks; the border shows where there is one. */
export const bannerTones: Record<BannerTone, { Icon: typeof Info; box: string; ink: string }> = {
  info: { Icon: Info, box: 'border-busy/35 bg-busy-soft', ink: 'text-busy' },
  ok: { Icon: CircleCheck, box: 'border-ok/35 bg-ok-soft', ink: 'text-ok' },
  warn: { Icon: TriangleAlert, box: 'border-warn/35 bg-warn-soft', ink: 'text-warn' },
  bad: { Icon: CircleAlert, box: 'border-bad/35 bg-bad-soft', ink: 'text-bad' },
};
