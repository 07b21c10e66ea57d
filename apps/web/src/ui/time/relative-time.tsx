import type { FocusEvent, KeyboardEvent } from 'react';
import { absoluteTimeText, durationText, relativeTimeText } from './relative-time-text.ts';
import { useNow } from './use-now.ts';

export interface RelativeTimeProps {
  /** ISO text, milliseconds since 1970, or a Date. An unreadable moment is shown as it came. */
  at: string | number | Date;
  /** A tab stop that shows the absolute time. Turn it off inside rows that are many. */
  focusable?: boolean | undefined;
}

/** "38 min ago", kept true as time passes; the absolute moment on hover, on focus and when it is tapped. */
export function RelativeTime({ at, focusable = true }: RelativeTimeProps) {
  const now = useNow(10_000);
  const moment = new Date(at).getTime();
  if (Number.isNaN(moment)) return <span>{String(at)}</span>;
  const absolute = absoluteTimeText(moment);
  return (
    <time
      dateTime={new Date(moment).toISOString()}
      title={absolute}
      data-absolute={absolute}
      className="when relative whitespace-nowrap"
      {...(focusable && { tabIndex: 0, onKeyDown: hideOnEscape, onBlur: showAgain })}
    >
      {relativeTimeText(moment, now)}
    </time>
  );
}

/** What lies over the page can be put away where one is (WCAG 1.4.13). */
function hideOnEscape(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'Escape' || event.currentTarget.dataset.hidden === '') return;
  event.preventDefault();
  event.currentTarget.dataset.hidden = '';
}

function showAgain({ currentTarget }: FocusEvent<HTMLElement>) {
  delete currentTarget.dataset.hidden;
}

/** A length of time, "2:14". */
export function Duration({ ms }: { ms: number }) {
  return <time dateTime={`PT${Math.max(0, Math.floor(ms / 1000))}S`}>{durationText(ms)}</time>;
}

/** The time since `since`, counting each second. */
export function Elapsed({ since }: { since: string | number | Date }) {
  const now = useNow(1_000);
  return <Duration ms={now - new Date(since).getTime()} />;
}
