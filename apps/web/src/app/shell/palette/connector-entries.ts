/** Connectors in the palette: to open one of any workspace, or to do something with one of this workspace. */
import {
  type ButtonKind,
  buttonKinds,
  type ConnectorSummary,
  kindOf,
  type Role,
  type Workspace,
} from '@console/console-contract';
import { changeChoice } from '../../../features/connectors/changes/change-choices.ts';
import type { PendingChange } from '../../../features/connectors/changes/use-connector-changes.ts';
import { editForms } from '../../../features/connectors/changes/use-edit-choices.ts';
import type { PaletteEntry } from '../../../features/palette/palette-entry.ts';
import { refusalOf } from '../../../shared/session/signed-in.tsx';
import { paths } from '../../paths.ts';

export type ListedConnector = { workspace: Workspace; connector: ConnectorSummary };

/** What a chosen entry does. */
export interface PaletteWays {
  role: Role;
  go: (path: string) => void;
  ask: (kind: ButtonKind, connector: ConnectorSummary) => void;
  pendingOf: (connector: ConnectorSummary) => PendingChange | undefined;
}

/** Each opens its connector's page. `named`: there are several workspaces, so that each says its own. */
export function connectorEntries(
  connectors: readonly ListedConnector[],
  named: boolean,
  go: PaletteWays['go'],
): PaletteEntry[] {
  return connectors.map(({ workspace, connector: { cloud, id, name } }) => ({
    id: `${workspace.id}/${cloud}/${id}`,
    label: name,
    detail: [named ? workspace.name : '', CLOUDS[cloud], id].filter(Boolean).join(' · '),
    keywords: cloud,
    onChoose: () => go(paths.connector(workspace.id, cloud, id)),
  }));
}

const CLOUDS = { azure: 'Azure', aws: 'AWS' } as const;

/** Everything that can be done with one connector, in the order of its page, or only what these verbs say. */
export function entriesToChange(
  listed: ListedConnector,
  ways: PaletteWays,
  verbs = allVerbs,
): PaletteEntry[] {
  const { workspace, connector } = listed;
  const { name, cloud, id } = connector;
  const address = { workspace: workspace.id, cloud, id };
  const forms = editForms(address, ways.role).map(({ verb, refusal, path }) => ({
    verb,
    refusal,
    onChoose: () => ways.go(path),
  }));
  const changes = buttonKinds.map((kind) => ({
    ...changeChoice(kind, connector, ways.pendingOf(connector), ways.role),
    onChoose: () => ways.ask(kind, connector),
  }));
  return [...forms, ...changes]
    .filter(({ verb }) => verbs.includes(verb))
    .map(({ verb, refusal, onChoose }) => ({
      id: `${verb} ${workspace.id}/${cloud}/${id}`,
      label: `${verb} ${name}`,
      detail: id,
      refusal,
      onChoose,
    }));
}

const allVerbs: readonly string[] = ['Edit', 'Clone', ...buttonKinds.map((kind) => kindOf(kind).verb)];

/** The verbs that the first typed word begins, and what is typed after it. */
export function verbsTyped(typed: string): { verbs: string[]; rest: string } {
  const [, first = '', rest = ''] = /^\s*(\S+)\s+(.*)$/s.exec(typed) ?? [];
  const begun = first.toLowerCase();
  if (begun.length < 2) return { verbs: [], rest };
  return { verbs: allVerbs.filter((verb) => verb.toLowerCase().startsWith(begun)), rest };
}

/** One entry per verb, which asks for the connector next. */
export function verbEntries(role: Role): PaletteEntry[] {
  const editing = refusalOf(role, 'connectors.change');
  const changes = buttonKinds.map((kind) => ({
    verb: kindOf(kind).verb,
    refusal: refusalOf(role, kindOf(kind).access),
  }));
  return [{ verb: 'Edit', refusal: editing }, { verb: 'Clone', refusal: editing }, ...changes].map(
    ({ verb, refusal }) => ({
      id: `verb ${verb}`,
      label: `${verb} a connector…`,
      fills: `${verb} `,
      refusal,
    }),
  );
}
