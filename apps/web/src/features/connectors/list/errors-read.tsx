import type { Freshness } from '@console/console-contract';
import { shortTimeText } from '../../../shared/text/clock-time.ts';
import { numberText } from '../../../ui/time/number-text.ts';

/** So few are read in moments: the list would move down and up again with every job that fails. */
const FEW = 3;

/** Where many connectors fail: how far the console has come in reading why, when it goes on, and what that means for the filter. */
export function ErrorsRead({ freshness: { errors, budget } }: { freshness: Freshness }) {
  const { read, failing } = errors;
  if (failing - read <= FEW) return null;
  const waitingUntil = budget?.waitingUntil ?? null;
  return (
    <p role="status" className="m-0 text-ink-3 text-sm">
      Errors read for {numberText(read)} of {numberText(failing)} failing connectors.{' '}
      {waitingUntil === null
        ? 'The others follow as the gateway’s call limit allows, the newest failures first.'
        : `The others follow from ${shortTimeText(waitingUntil)}, when the gateway’s call limit allows it.`}{' '}
      Until then the filters <code>error:</code> and <code>cause:</code> find only those that were read.
    </p>
  );
}
