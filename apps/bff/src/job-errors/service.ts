/** The errors of a connector's last job, read through, each with what it most likely means. */
import {
  type Cloud,
  type Connector,
  type ConnectorReading,
  type LastJob,
  unfinishedStates,
} from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway, JobMessage } from '../ports/connector-gateway.ts';
import { likelyCauseOf } from './likely-cause.ts';

export type JobErrorService = ReturnType<typeof createJobErrorService>;

type Deps = {
  clock: Clock;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  readConnector: ReadConnector;
  /** As the gateway told of it within the last minute, where it did: its page is mostly open beside the errors. */
  knownConnector: ReadConnector;
};

type ReadConnector = (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;

export function createJobErrorService({ gatewayOf, readConnector, knownConnector, clock }: Deps) {
  return {
    async readLastJob(workspaceId: string, cloud: Cloud, id: string): Promise<LastJob> {
      const gateway = await gatewayOf(workspaceId);
      const { rows, incomplete } = await gateway.readLastJob(cloud, id);
      const connector = rows.length === 0 ? null : await connectorOf(workspaceId, cloud, id);
      const errors = eachOnce(rows).map((row) => ({
        ...row,
        likelyCause: likelyCauseOf(row.message, cloud, connector),
      }));
      const ran = errors.length > 0 || !(await awaitsFirstJob(workspaceId, cloud, id));
      return { errors, incomplete, ran, asOf: clock.now().toISOString() };
    },
  };

  /** Its ids stand in the commands that repair; errors are told without them, too. */
  async function connectorOf(...address: Parameters<ReadConnector>): Promise<Connector | null> {
    try {
      return (await knownConnector(...address)).connector;
    } catch {
      return null;
    }
  }

  /** An empty answer is given for a job without errors and for no job at all. */
  async function awaitsFirstJob(workspaceId: string, cloud: Cloud, id: string): Promise<boolean> {
    const { connector } = await readConnector(workspaceId, cloud, id);
    return unfinishedStates.includes(connector.state) && connector.lastSync === null;
  }
}

/** A job reports the same of every account that it could not read: equal errors are one, with how often it came. */
function eachOnce(rows: readonly JobMessage[]): (JobMessage & { times?: number })[] {
  const groups = Map.groupBy(rows, ({ type, message }) => JSON.stringify([type, message]));
  return [...groups.values()].flatMap((equal) => {
    const [newest] = equal.toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
    if (newest === undefined) return [];
    return [equal.length === 1 ? newest : { ...newest, times: equal.length }];
  });
}
