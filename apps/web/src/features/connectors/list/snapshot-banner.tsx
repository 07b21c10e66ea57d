import type { ConnectorReading } from '@console/console-contract';
import { Banner } from '../../../ui/status/banner.tsx';
import { RelativeTime } from '../../../ui/time/relative-time.tsx';

/** Says that what is shown did not come from the gateway just now. */
export function SnapshotBanner({ reading }: { reading: ConnectorReading }) {
  if (reading.source === 'gateway') return null;
  return (
    <Banner tone="warn" title="The gateway did not answer for this connector.">
      Last seen: <RelativeTime at={reading.asOf} />. This page asks again by itself.
    </Banner>
  );
}
