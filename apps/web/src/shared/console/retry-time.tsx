import { useNow } from '../../ui/time/use-now.ts';
import { clockTimeText } from '../text/clock-time.ts';

/** When the gateway takes the call again, counted down beside it; the running seconds are not read out. */
export function RetryTime({ at }: { at: string }) {
  const now = useNow(1_000);
  const seconds = Math.ceil((Date.parse(at) - now) / 1_000);
  if (seconds <= 0) return <>It can be tried again now.</>;
  return (
    <>
      It can be tried again at {clockTimeText(at)}
      <span aria-hidden="true" className="tabular-nums">
        {' '}
        ({countdownText(seconds)})
      </span>
      .
    </>
  );
}

/** "in 18 s", "in 4:05 min" */
export function countdownText(seconds: number): string {
  if (seconds < 60) return `in ${seconds} s`;
  return `in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}
