import { type ConnectorState, hasJobUnderWay } from '@console/console-contract';
import type { ChangeKind } from './queries.ts';

export type Changeable = { enabled: boolean | null; state: ConnectorState; lastSync: string | null };

/** Why a change of a connector makes no sense now, for its button's reason; `undefined` when it does. */
export function whyNot(kind: ChangeKind, { enabled, state, lastSync }: Changeable): string | undefined {
  switch (kind) {
    case 'run':
      if (enabled === false) return 'It is disabled: the gateway runs enabled connectors only.';
      return hasJobUnderWay({ state, lastSync }) ? 'Its job is under way already.' : undefined;
    case 'enable':
      return enabled === true ? 'It is enabled already.' : undefined;
    case 'disable':
      return enabled === false ? 'It is disabled already.' : undefined;
    case 'delete':
      return undefined;
  }
}
