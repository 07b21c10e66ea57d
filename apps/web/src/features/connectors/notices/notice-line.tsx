import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { RetryTime } from '../../../shared/console/retry-time.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { bannerTones } from '../../../ui/status/banner.tsx';
import { RequestId } from '../../../ui/status/request-id.tsx';
import type { Notice } from './notices-of.ts';

export interface NoticeLineProps {
  workspace: string;
  notice: Notice;
  /** In two lines and said to screen readers; every other in one. */
  newest?: boolean;
  onDismiss: () => void;
  onFollow: () => void;
  /** Further controls. */
  children?: ReactNode;
}

/** What happened, cut to its place; *Details* opens the rest. */
export function NoticeLine({
  workspace,
  notice,
  newest = false,
  onDismiss,
  onFollow,
  children,
}: NoticeLineProps) {
  const { tone, title, words, retryAt, operation, settled } = notice;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { Icon, ink, box } = bannerTones[tone];
  const isBulk = operation?.items != null;
  return (
    <div className={clsx('flex items-start gap-2.5 px-3 py-2', newest && box)}>
      <Icon size={16} aria-hidden="true" className={`mt-1 shrink-0 ${ink}`} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <bdi
          role={newest ? (tone === 'bad' ? 'alert' : 'status') : undefined}
          className={clsx('block font-strong leading-6', open ? 'wrap-anywhere' : 'truncate')}
          title={open ? undefined : title}
        >
          {title}
        </bdi>
        {newest && !open && (
          <p className="m-0 line-clamp-1 min-h-[1lh] text-ink-2" title={words}>
            {retryAt ? <RetryTime at={retryAt} /> : words}
          </p>
        )}
        {open && <NoticeDetails id={id} notice={notice} />}
      </div>
      <div className="flex shrink-0 items-center gap-1">
        {children}
        {isBulk ? (
          <Button size="sm" variant="quiet" aria-label={`Show ${title}`} onClick={onFollow}>
            Show
          </Button>
        ) : (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`Details: ${title}`}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            Details
          </Button>
        )}
        {operation && (
          <Link
            to={paths.activityEntry(workspace, operation.id)}
            aria-label={`Activity: ${title}`}
            className={buttonClass('quiet', 'sm', 'max-sm:hidden')}
          >
            Activity
          </Link>
        )}
        {settled ? (
          <IconButton
            size="sm"
            label={newest ? 'Dismiss' : `Dismiss ${title}`}
            icon={<X size={14} />}
            onClick={onDismiss}
          />
        ) : (
          <span className="w-6" />
        )}
      </div>
    </div>
  );
}

function NoticeDetails({ id, notice }: { id: string; notice: Notice }) {
  const { words, retryAt, detail, requestId, settled, operation } = notice;
  return (
    <div id={id} className="grid gap-1 pb-1">
      <p className="m-0 max-w-[80ch]">
        {words}
        {retryAt && (
          <>
            {' '}
            <RetryTime at={retryAt} />
          </>
        )}
        {operation && !settled && ' The console goes on looking by itself; Activity keeps what it finds.'}
      </p>
      {detail && (
        <p className="m-0">
          <span className="text-ink-2">The gateway said:</span>{' '}
          <bdi className="wrap-anywhere font-mono">{detail}</bdi>
        </p>
      )}
      {requestId && <RequestId id={requestId} />}
    </div>
  );
}
