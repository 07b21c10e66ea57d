/**
 * Everything that the list tells of a connector, once. The columns, their order and sorting, the keys of the filter and the exported file derive from
 * this table, in which facts stand in the order they are read.
 */
import { Cloud, ConnectorState, type ConnectorSummary } from '@console/console-contract';
import type { ReactNode } from 'react';
import { stateWord } from '../../../shared/connectors/connector-state.tsx';
import type { FilterKey } from '../../../ui/filter/token-draft.ts';
import { CloudMark } from '../../../ui/status/cloud-mark.tsx';
import type { TableColumn } from '../../../ui/table/table-column.ts';
import { numberText } from '../../../ui/time/number-text.ts';
import type { PendingChange } from '../changes/use-connector-changes.ts';
import { Capabilities } from '../page/capabilities.tsx';
import { shownCapabilities } from '../page/connector-capabilities.ts';
import { type Condition, patternIn, syncedCondition } from './filter-conditions.ts';
import { Moment, NameLink, NewestError, NextSync, None, ShortId, StateOrRequest } from './list-cells.tsx';
import { UnlistedMark } from './unlisted-mark.tsx';

export type CellContext = {
  workspace: string;
  /** The change that was asked for and is not settled. */
  pendingOf: (connector: ConnectorSummary) => PendingChange | undefined;
};

export type ListFact = {
  /** How a sorted view has it in its address, too. */
  id: string;
  column?: Pick<TableColumn<ConnectorSummary>, 'width' | 'align' | 'sticky'> & {
    header: string;
    /** Only where there is much room. */
    wide?: true;
    cell: (connector: ConnectorSummary, context: CellContext) => ReactNode;
  };
  /** What is not known (`null`) stands last. */
  sort?: (connector: ConnectorSummary) => string | number | null;
  /** The name of its column in the exported file, and what stands there. */
  csv?: { name: string; text: (connector: ConnectorSummary) => string | null };
  filter?: ListFilter;
};

export type ListFilter = FilterKey & {
  /** Other words that a user may have for a value. */
  synonyms?: ReadonlyMap<string, string>;
  /** What one value asks of a connector, or the sentence that says why it means nothing. */
  reads: (value: string, now: number) => Condition | string;
};

const STATE_SYNONYMS = new Map([
  ...['error', 'failed', 'failing', 'failure', 'broken'].map((word) => [word, 'errors'] as const),
  ...['ok', 'clean', 'healthy', 'success', 'successful', 'finished'].map(
    (word) => [word, 'succeeded'] as const,
  ),
  ...['working', 'active'].map((word) => [word, 'running'] as const),
  ...['off', 'paused'].map((word) => [word, 'disabled'] as const),
  ['waiting', 'queued'],
]);

export const listFacts: readonly ListFact[] = [
  {
    id: 'name',
    column: {
      header: 'Name',
      width: 'minmax(168px, 1.3fr)',
      sticky: 'start',
      cell: (row, { workspace }) => (
        <UnlistedMark of={row.unlisted}>
          <NameLink workspace={workspace} row={row} />
        </UnlistedMark>
      ),
    },
    sort: ({ name }) => name,
    csv: { name: 'name', text: ({ name }) => name },
    filter: {
      key: 'name',
      description: '* stands for anything: prod*',
      reads: patternIn(({ name }) => [name]),
    },
  },
  {
    id: 'cloud',
    column: { header: 'Cloud', width: '80px', cell: ({ cloud }) => <CloudMark cloud={cloud} /> },
    sort: ({ cloud }) => cloud,
    csv: { name: 'cloud', text: ({ cloud }) => cloud },
    filter: {
      key: 'cloud',
      description: 'azure, aws',
      values: ['azure', 'aws'],
      reads: (value) => {
        const asked = Cloud.safeParse(value);
        return asked.success ? ({ cloud }) => cloud === asked.data : 'A cloud is azure or aws.';
      },
    },
  },
  { id: 'id', csv: { name: 'connector_id', text: ({ id }) => id } },
  { id: 'uuid', csv: { name: 'connector_uuid', text: ({ uuid }) => uuid } },
  {
    id: 'state',
    column: {
      header: 'State',
      width: '148px',
      cell: (row, { pendingOf }) => <StateOrRequest row={row} pending={pendingOf(row)} />,
    },
    // Trouble first: disabled connectors ask for nothing, so they stand at the end.
    sort: ({ state, enabled }) => (enabled === false ? 9 : STATE_ORDER.indexOf(state)),
    csv: { name: 'state', text: stateWord },
    filter: {
      key: 'state',
      description: 'of the last job',
      values: ['errors', 'running', 'queued', 'pending', 'succeeded', 'unknown', 'disabled'],
      synonyms: STATE_SYNONYMS,
      reads: (value) => {
        // The column shows it in place of the state.
        if (value === 'disabled') return ({ enabled }) => enabled === false;
        const asked = ConnectorState.safeParse(value);
        if (asked.success) return ({ state, enabled }) => state === asked.data && enabled !== false;
        return `A state is one of ${ConnectorState.options.join(', ')} and disabled.`;
      },
    },
  },
  // The vendor's own word, under a name of its own.
  { id: 'stateText', csv: { name: 'vendor_state', text: ({ stateText }) => stateText } },
  {
    id: 'enabled',
    csv: { name: 'enabled', text: ({ enabled }) => (enabled === null ? null : String(enabled)) },
    filter: {
      key: 'enabled',
      description: 'yes, no',
      values: ['yes', 'no'],
      reads: (value) => {
        if (/^(yes|true)$/.test(value)) return ({ enabled }) => enabled === true;
        if (/^(no|false)$/.test(value)) return ({ enabled }) => enabled === false;
        return 'Enabled is yes or no.';
      },
    },
  },
  {
    id: 'organization',
    column: {
      header: 'Organization',
      width: '112px',
      wide: true,
      cell: ({ organizationId }) => <ShortId id={organizationId} />,
    },
    sort: ({ organizationId }) => organizationId,
    csv: { name: 'organization_id', text: ({ organizationId }) => organizationId },
    filter: {
      key: 'org',
      description: 'tenant or organization id',
      reads: patternIn(({ organizationId, tenantId }) => [organizationId, tenantId]),
    },
  },
  { id: 'tenant', csv: { name: 'tenant_id', text: ({ tenantId }) => tenantId } },
  {
    id: 'capabilities',
    column: {
      header: 'Capabilities',
      width: '110px',
      wide: true,
      cell: ({ capabilities }) => <Capabilities of={capabilities} />,
    },
    csv: { name: 'capabilities', text: ({ capabilities }) => capabilities.join(' ') },
    filter: {
      key: 'capability',
      description: 'what it collects',
      values: ['AI', 'CI', 'CSPM', 'CSA'],
      reads:
        (value) =>
        ({ capabilities }) =>
          [...capabilities, ...shownCapabilities(capabilities)].some((one) => one.toLowerCase() === value),
    },
  },
  {
    id: 'members',
    column: {
      header: 'Members',
      width: '92px',
      align: 'end',
      cell: ({ members }) => (members === null ? <None /> : numberText(members)),
    },
    sort: ({ members }) => members,
    csv: { name: 'members', text: ({ members }) => (members === null ? null : String(members)) },
  },
  {
    id: 'lastSync',
    column: { header: 'Last sync', width: '98px', cell: ({ lastSync }) => <Moment at={lastSync} /> },
    sort: ({ lastSync }) => (lastSync === null ? null : Date.parse(lastSync)),
    csv: { name: 'last_sync', text: ({ lastSync }) => lastSync },
    filter: {
      key: 'synced',
      description: '<24h, >7d, never',
      values: ['<24h', '>24h', '>7d', 'never'],
      reads: syncedCondition,
    },
  },
  {
    id: 'nextSync',
    column: { header: 'Next sync', width: '98px', cell: (row) => <NextSync row={row} /> },
    sort: ({ nextSync }) => (nextSync === null ? null : Date.parse(nextSync)),
    csv: { name: 'next_sync', text: ({ nextSync, enabled }) => (enabled === false ? null : nextSync) },
  },
  {
    id: 'newestError',
    column: {
      header: 'Newest error',
      width: 'minmax(108px, 2.2fr)',
      cell: (row, { workspace }) => <NewestError workspace={workspace} row={row} />,
    },
    // Connectors of one cause stand together.
    sort: ({ newestCause, newestError }) => newestCause ?? newestError,
    csv: {
      name: 'newest_error',
      text: ({ newestError, errorsUnread }) => (errorsUnread ? 'not read yet' : newestError),
    },
    filter: {
      key: 'error',
      description: 'words of the newest error',
      reads: patternIn(({ newestError }) => [newestError]),
    },
  },
  {
    id: 'newestCause',
    csv: { name: 'likely_cause', text: ({ newestCause }) => newestCause },
    filter: {
      key: 'cause',
      description: 'words of the likely cause',
      reads: patternIn(({ newestCause }) => [newestCause]),
    },
  },
];

const STATE_ORDER: ConnectorSummary['state'][] = [
  'errors',
  'running',
  'queued',
  'pending',
  'unknown',
  'succeeded',
];
