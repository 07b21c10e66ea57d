import type { ConnectorState, JobError, MemberList } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { NavLink, useLocation } from 'react-router';
import { type ConnectorPart, paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { errorsText, lastJobQuery, memberListQuery } from '../../../shared/connectors/part-queries.ts';
import { TabsNav, tabClass } from '../../../ui/layout/tabs.tsx';
import { numberText } from '../../../ui/time/number-text.ts';

export interface ConnectorTabsProps {
  address: ConnectorAddress;
  state: ConnectorState | undefined;
  /** By the list of connectors; `null` where that does not tell. */
  members: number | null;
}

/** The parts of a connector, each with an address of its own, and how much is behind those that are counted. */
export function ConnectorTabs({ address, state, members }: ConnectorTabsProps) {
  const { workspace, cloud, id } = address;
  // The operation that is being followed stays in sight, whichever part is looked at.
  const { search } = useLocation();
  const counts = useCounts(address, state, members);
  return (
    <TabsNav label="Parts of the connector">
      <NavLink
        end
        to={{ pathname: paths.connector(workspace, cloud, id), search }}
        className={({ isActive }) => tabClass(isActive)}
      >
        Overview
      </NavLink>
      {PARTS.map(({ part, title }) => (
        <NavLink
          key={part}
          to={{ pathname: paths.connectorPart(workspace, cloud, id, part), search }}
          className={({ isActive }) => tabClass(isActive)}
        >
          {title}
          {counts[part] && <span className="font-normal text-ink-3 text-sm">{counts[part]}</span>}
        </NavLink>
      ))}
    </TabsNav>
  );
}

const PARTS: { part: ConnectorPart; title: string }[] = [
  { part: 'scope', title: 'Scope' },
  { part: 'members', title: 'Members' },
  { part: 'last-job', title: 'Last job' },
  { part: 'configuration', title: 'Configuration' },
  { part: 'activity', title: 'Activity' },
];

/** A connector that fails is opened for its errors: they are read at once. Of members only what is known anyway is told. */
function useCounts(
  address: ConnectorAddress,
  state: ConnectorState | undefined,
  listed: number | null,
): Partial<Record<ConnectorPart, string>> {
  const failed = state === 'errors';
  const { data: job } = useQuery({ ...lastJobQuery(address), enabled: failed, refetchInterval: false });
  const { data: seen } = useQuery({ ...memberListQuery(address), enabled: false });
  const members = seen === undefined ? listed : countOf(seen);
  return {
    ...(members !== null && { members: numberText(members) }),
    ...(failed && job !== undefined && job.errors.length > 0 && { 'last-job': lowered(job.errors) }),
  };
}

/** Those that were detached are none of its members any more; of AWS the list of connectors alone tells how many there are. */
function countOf({ members, total, source }: MemberList): number | null {
  return source === 'seen' ? total : members.filter(({ attached }) => attached !== false).length;
}

function lowered(errors: readonly JobError[]): string {
  return errorsText(errors).replace('One', '1');
}
