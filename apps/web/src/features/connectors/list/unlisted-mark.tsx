import type { ConnectorSummary } from '@console/console-contract';
import type { ReactNode } from 'react';
import { Pill } from '../../../ui/status/pill.tsx';

const TITLES = {
  unconfirmed:
    'The gateway’s list does not have it any more. It stays here until the gateway says whether it is gone.',
  'still-there':
    'The gateway’s list does not have it, but it is still there: the gateway answers for it by its id. The tags of the client may have been narrowed.',
};

/** Beside the name of a connector that the gateway's list lacks; any other name stands alone. */
export function UnlistedMark({ of, children }: { of: ConnectorSummary['unlisted']; children: ReactNode }) {
  if (of === undefined) return children;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="min-w-0">{children}</span>
      <Pill title={TITLES[of]}>
        Not in list<span className="sr-only">: {TITLES[of]}</span>
      </Pill>
    </span>
  );
}
