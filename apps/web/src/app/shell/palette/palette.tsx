import type { ConnectorSummary, Workspace } from '@console/console-contract';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useMatch, useNavigate } from 'react-router';
import { DeletionAsking } from '../../../features/connectors/changes/deletion-asking.tsx';
import {
  type ConnectorChanges,
  useConnectorChanges,
} from '../../../features/connectors/changes/use-connector-changes.ts';
import { PaletteDialog } from '../../../features/palette/palette-dialog.tsx';
import type { PaletteSection } from '../../../features/palette/palette-entry.ts';
import { connectorListQuery } from '../../../shared/connectors/connector-list-query.ts';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { leaveFor } from '../../../shared/page/leaving.ts';
import { usePerson } from '../../../shared/session/signed-in.tsx';
import { useStable } from '../../../ui/timing/use-stable.ts';
import { paths } from '../../paths.ts';
import { connectorEntries, type ListedConnector, type PaletteWays } from './connector-entries.ts';
import { sectionsOf } from './palette-sections.ts';
import { usePlaces } from './use-places.ts';

export interface PaletteProps {
  workspace: Workspace;
  workspaces: readonly Workspace[];
  onClose: () => void;
  onShowKeys: () => void;
}

/** The palette over everything that this user can reach; it lives while it is open. */
export function Palette({ workspace, workspaces, onClose, onShowKeys }: PaletteProps) {
  const { role } = usePerson();
  const go = useGo(onClose);
  const changes = useChangesThatShow(workspace.id, onClose);
  const { listed, note } = useListedConnectors(workspaces);
  const open = useOpenConnector(listed);
  const places = usePlaces({ workspace, workspaces, go, onClose, onShowKeys });
  const connectors = useMemo(
    () => connectorEntries(listed, workspaces.length > 1, go),
    [listed, workspaces.length, go],
  );
  const ways: PaletteWays = {
    role,
    go,
    pendingOf: changes.pendingOf,
    ask: (kind, { cloud, id, name }) => changes.askFor(kind, { workspace: workspace.id, cloud, id, name }),
  };
  const own = listed.filter((one) => one.workspace.id === workspace.id);
  const sectionsFor = (typed: string): PaletteSection[] =>
    sectionsOf(typed, { ...places, open, own, connectors, ways });
  return (
    <>
      <PaletteDialog
        open={changes.deleting === null}
        onClose={onClose}
        sectionsFor={sectionsFor}
        note={note}
        busy={changes.sending.length > 0}
        error={
          changes.refusal && <ProblemBanner error={changes.refusal.error} onDismiss={changes.forgetRefusal} />
        }
      />
      <DeletionAsking changes={changes} />
    </>
  );
}

function useGo(onClose: () => void): (path: string) => void {
  const navigate = useNavigate();
  return useStable((path: string) => {
    onClose();
    leaveFor(() => void navigate(path));
  });
}

/** Changes asked for here are told where their connector is shown: in the list and on its page, one of which opens if none is. */
function useChangesThatShow(workspace: string, onClose: () => void): ConnectorChanges {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return useConnectorChanges(workspace, null, ({ cloud, connectorId, id, kind }) => {
    // Who has closed the palette meanwhile has gone on.
    if (!isHere.current) return;
    onClose();
    if (pathname === paths.connectors(workspace) || cloud === null || connectorId === null) return;
    const page = paths.connector(workspace, cloud, connectorId);
    const isOnPage =
      pathname === page || (pathname.startsWith(`${page}/`) && !/\/(edit|clone)$/.test(pathname));
    if (!isOnPage || kind === 'delete-connector')
      leaveFor(() => void navigate(paths.connector(workspace, cloud, connectorId, id)));
  });
}

/** Every connector of every workspace, as far as the lists are here. */
function useListedConnectors(workspaces: readonly Workspace[]): { listed: ListedConnector[]; note?: string } {
  const lists = useQueries({
    queries: workspaces.map(({ id }) => ({ ...connectorListQuery(id), staleTime: 60_000 })),
    combine: (results) => results.map(({ data, isError }) => ({ connectors: data?.connectors, isError })),
  });
  const listed = useMemo(
    () =>
      workspaces.flatMap((workspace, at) =>
        (lists[at]?.connectors ?? []).map((connector) => ({ workspace, connector })),
      ),
    [workspaces, lists],
  );
  const names = (which: (list: (typeof lists)[number]) => boolean) =>
    workspaces.filter((_, at) => lists[at] && which(lists[at])).map(({ name }) => name);
  const unread = names(({ connectors, isError }) => connectors === undefined && isError);
  const awaited = names(({ connectors, isError }) => connectors === undefined && !isError);
  if (unread.length > 0) return { listed, note: `The connectors of ${unread.join(', ')} could not be read.` };
  if (awaited.length > 0) return { listed, note: `Reading the connectors of ${awaited.join(', ')}…` };
  return { listed };
}

/** The connector whose page is open. */
function useOpenConnector(listed: readonly ListedConnector[]): ListedConnector | undefined {
  const match = useMatch('/w/:workspace/connectors/:cloud/:id/*');
  const isIt = ({ cloud, id }: Pick<ConnectorSummary, 'cloud' | 'id'>) =>
    cloud === match?.params.cloud && id === match?.params.id;
  return listed.find(
    ({ workspace, connector }) => workspace.id === match?.params.workspace && isIt(connector),
  );
}
