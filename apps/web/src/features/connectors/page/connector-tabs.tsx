import { NavLink, useLocation } from 'react-router';
import { type ConnectorPart, paths } from '../../../app/paths.ts';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { TabsNav, tabClass } from '../../../ui/layout/tabs.tsx';

/** The parts of a connector, each with an address of its own. */
export function ConnectorTabs({ address: { workspace, cloud, id } }: { address: ConnectorAddress }) {
  // The operation that is being followed stays in sight, whichever part is looked at.
  const { search } = useLocation();
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
