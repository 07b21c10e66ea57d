/** A10 and W7: enabling and disabling. Their answers can lie, so only reading again tells. */
import type { BareProblem } from '@console/console-contract';
import { type Clock, pause } from '../../ports/clock.ts';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { notSeenYet, notSwitched } from '../problems.ts';
import {
  type Change,
  type ConnectorAddress,
  type Kind,
  type KindForMany,
  pausesBeforeLooking,
  type Sources,
  type Together,
} from './kind.ts';
import { disabledAmong } from './lookups.ts';

export const enableConnector: Kind<'enable-connector'> & KindForMany<'enable-connector'> = switching(
  'enable-connector',
  true,
);
export const disableConnector: Kind<'disable-connector'> & KindForMany<'disable-connector'> = switching(
  'disable-connector',
  false,
);

function switching<Name extends string>(kind: Name, enabled: boolean) {
  const request = { kind };
  return {
    async prepare({ workspaceId, cloud, id }: ConnectorAddress, { readConnector }: Sources) {
      const { connector } = await readConnector(workspaceId, cloud, id);
      return { connector, request };
    },
    itemOf: () => request,
    together: switchingMany(enabled),

    change: (_: unknown, { cloud, id }: ConnectorAddress): Change => ({
      async write(gateway) {
        await gateway.setEnabled(cloud, id, enabled);
        return { kind: 'accepted' };
      },
      async look(gateway) {
        const connector = await gateway.readConnector(cloud, id);
        return connector.enabled === enabled ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
      },
      missing: () => ({ state: 'absent', problem: notSwitched(enabled) }),
    }),
  };
}

function switchingMany(enabled: boolean): Together {
  return {
    async write(gateway, ids) {
      await gateway.setAzureEnabled(ids, enabled);
      return { kind: 'accepted' };
    },
    /** One list of the disabled ones tells of all of them. */
    async outcomes({ ids }, { gateway, clock, saveEnabled }) {
      const { seen, problem } = await lookForSwitched({ ids, enabled, gateway, clock });
      await saveEnabled([...seen], enabled);
      return (id) =>
        seen.has(id) ? { kind: 'done', connector: null } : { kind: 'unknown', problem: notSeenYet(problem) };
    },
  };
}

type Look = { ids: readonly string[]; enabled: boolean; gateway: ConnectorGateway; clock: Clock };

async function lookForSwitched({ ids, enabled, gateway, clock }: Look) {
  let seen = new Set<string>();
  let problem: BareProblem | null = null;
  for (const seconds of pausesBeforeLooking) {
    await pause(clock, seconds);
    const disabled = await disabledAmong(gateway);
    problem = disabled.problem;
    if (disabled.ids === null) break;
    seen = new Set(ids.filter((id) => disabled.ids.has(id) !== enabled));
    if (seen.size === ids.length) break;
  }
  return { seen, problem };
}
