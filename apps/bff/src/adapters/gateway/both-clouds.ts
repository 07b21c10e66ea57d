/** What both clouds offer under different operations: lists, details, last jobs; and running, switching, deleting one connector. */
import { type Cloud, comparableName } from '@console/console-contract';
import {
  type ConnectorSummary,
  type GatewayPage,
  gatewayOperations,
  type LastJobError,
} from '@console/gateway-contract';
import type { ConnectorGateway, ListedConnector } from '../../ports/connector-gateway.ts';
import { cutShort } from '../../ports/gateway-error.ts';
import type { GatewayCall } from './calls/gateway-call.ts';
import { pageSize, type RowKey, readEveryPage } from './lists/paging.ts';
import { queryToken } from './lists/query.ts';
import { mapRows } from './mapping/map-rows.ts';
import { toAwsConnector, toAzureConnector, toListedConnector } from './mapping/to-connector.ts';
import { toJobMessage } from './mapping/to-job.ts';
import { toWireId } from './mapping/wire-ids.ts';

type Reading = Pick<
  ConnectorGateway,
  'countFirstPage' | 'listConnectors' | 'listDisabledIds' | 'findByName' | 'readConnector' | 'readLastJob'
>;
type Changing = Pick<ConnectorGateway, 'runConnector' | 'setEnabled' | 'deleteConnector'>;

const { A5, A6, A7, A10, A15, A16, W3, W4, W6, W7, W9, W12 } = gatewayOperations;

export function createBothClouds(call: GatewayCall): Reading & Changing {
  return { ...reading(call), ...changing(call) };
}

function reading(call: GatewayCall): Reading {
  const readPage = (cloud: Cloud, pageNumber: number, query?: string) =>
    listPage(call, cloud, { pageNumber, pageSize, ...(query === undefined ? {} : { query }) });
  const readAll = (cloud: Cloud, query?: string) =>
    readEveryPage((pageNumber) => readPage(cloud, pageNumber, query), { of: idOf });

  return {
    async countFirstPage(cloud) {
      const page = await readPage(cloud, 0);
      return page.rows.length + page.rejected;
    },
    async listConnectors(cloud) {
      return mapRows(await readAll(cloud), (row) => toListedConnector(cloud, row));
    },
    async listDisabledIds(cloud) {
      const { rows, incomplete } = await readAll(cloud, queryToken('isDisabled', true));
      // What is not among them would count as enabled.
      if (incomplete) throw cutShort();
      return new Set(rows.map(idOf));
    },
    async findByName(cloud, name) {
      const wanted = comparableName(name);
      const isWanted = (row: ConnectorSummary) => comparableName(row.name) === wanted;
      // The gateway's search may match more than the very name.
      const asked = await readAll(cloud, queryToken('name', name));
      const found = asked.rows.filter(isWanted);
      // The gateway may store a name with other characters than it was given, and then its search does not find it.
      const isRespelled = found.length === 0 && !isPlainName(name);
      const { rows, incomplete } = isRespelled ? await readAll(cloud) : asked;
      const named = (isRespelled ? rows.filter(isWanted) : found).flatMap((row) => listed(cloud, row));
      if (named.length === 0 && incomplete) throw cutShort();
      return named;
    },
    async readConnector(cloud, id) {
      const params = { id };
      if (cloud === 'azure') return toAzureConnector(await call(A6, { params }));
      return toAwsConnector(await call(W4, { params }));
    },
    async readLastJob(cloud, id) {
      const params = { id };
      const listing = await readEveryPage((pageNumber) => {
        const query = { pageNumber, pageSize };
        return cloud === 'azure' ? call(A15, { params, query }) : call(W12, { params, query });
      }, sameError);
      return mapRows(listing, toJobMessage);
    },
  };
}

function changing(call: GatewayCall): Changing {
  return {
    async runConnector(cloud, id) {
      if (cloud === 'azure') return call(A7, { body: [toWireId(id)] });
      return call(W6, { body: { connectorId: id } });
    },
    async setEnabled(cloud, id, enabled) {
      const action = enabled ? 'ENABLE' : 'DISABLE';
      if (cloud === 'azure') await call(A10, { query: { action }, body: [toWireId(id)] });
      // The document has the action in the path and, with the id, once more inside a string.
      else await call(W7, { params: { action }, body: { action: `${action} ${id}` } });
    },
    async deleteConnector(cloud, id) {
      await (cloud === 'azure' ? call(A16, { params: { id } }) : call(W9, { params: { id } }));
    },
  };
}

/** A job may say the same of many accounts. */
const sameError: RowKey<LastJobError> = { of: (row) => JSON.stringify(row), mayRepeat: 'anywhere' };

/** Made only of characters that every system stores as they are. */
function isPlainName(name: string): boolean {
  return /^[\w.-]+(?: [\w.-]+)*$/.test(name);
}

function listPage(
  call: GatewayCall,
  cloud: Cloud,
  query: { pageNumber: number; pageSize: number; query?: string },
): Promise<GatewayPage<ConnectorSummary>> {
  return cloud === 'azure' ? call(A5, { query }) : call(W3, { query });
}

function listed(cloud: Cloud, row: ConnectorSummary): ListedConnector[] {
  const connector = toListedConnector(cloud, row);
  return connector === null ? [] : [connector];
}

function idOf({ id }: { id: string }): string {
  return id;
}
