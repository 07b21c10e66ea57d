/** Follows a connector whose job was just started, so that its row moves while users watch the list. */
import { type Cloud, type ConnectorReading, unfinishedStates } from '@console/console-contract';
import type { Cancel, Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { Refusal } from '../../ports/refusal.ts';

type Deps = {
  /** Reads through to the gateway, within the call budget, and brings the row up to date. */
  read: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;
  /** Learns what the finished job left behind; `false` when another replica is reading and it has to be tried again. */
  readDue: (workspaceId: string) => Promise<boolean>;
  clock: Clock;
  log: Log;
};

export type Follower = {
  follow: (workspaceId: string, cloud: Cloud, id: string) => void;
  /** For a job that a user watches: unless it is followed already. */
  followAlong: (workspaceId: string, cloud: Cloud, id: string) => void;
  stop: () => Promise<void>;
};

type Followed = { workspaceId: string; cloud: Cloud; id: string; looks: number; pause: number };

// About twenty calls for a job of twenty minutes: they come out of the budget that all users of the workspace share.
const firstPauseSeconds = 2;
const growth = 1.5;
const longestPauseSeconds = 60;
const mostLooks = 25;
// The gateway may need a moment before it shows that the job has begun.
const fewestLooks = 3;
// A bulk run of hundreds is left to the refreshing of the whole list: following each would use up the calls of all users.
const mostFollowed = 10;

export function createFollower({ read, readDue, clock, log }: Deps): Follower {
  const timers = new Map<string, Cancel>();
  const looking = new Map<Promise<void>, string>();
  let stopped = false;

  return { follow, followAlong, stop };

  function follow(workspaceId: string, cloud: Cloud, id: string): void {
    const besides = [...timers.keys()].filter((key) => key.startsWith(`${workspaceId}/`));
    if (besides.length < mostFollowed)
      later({ workspaceId, cloud, id, looks: 0, pause: firstPauseSeconds }, 0);
  }

  function followAlong(workspaceId: string, cloud: Cloud, id: string): void {
    const key = `${workspaceId}/${cloud}/${id}`;
    if (!timers.has(key) && ![...looking.values()].includes(key)) follow(workspaceId, cloud, id);
  }

  async function stop(): Promise<void> {
    stopped = true;
    for (const cancel of timers.values()) cancel();
    timers.clear();
    await Promise.all(looking.keys());
  }

  /** One thread for each connector: starting it again starts its pauses anew. */
  function later(followed: Followed, seconds: number): void {
    if (stopped) return;
    const key = `${followed.workspaceId}/${followed.cloud}/${followed.id}`;
    timers.get(key)?.();
    const cancel = clock.after(seconds, () => {
      timers.delete(key);
      const look = lookAt(followed).finally(() => looking.delete(look));
      looking.set(look, key);
    });
    timers.set(key, cancel);
  }

  async function lookAt(followed: Followed): Promise<void> {
    const { pause } = followed;
    const looks = followed.looks + 1;
    const works = await isWorking(followed);
    if (works === 'gone' || looks >= mostLooks) return;
    const ended = !works && looks >= fewestLooks && (await hasReadEnd(followed));
    if (!ended) later({ ...followed, looks, pause: Math.min(pause * growth, longestPauseSeconds) }, pause);
  }

  async function hasReadEnd({ workspaceId, cloud, id }: Followed): Promise<boolean> {
    try {
      return await readDue(workspaceId);
    } catch {
      log.warn({ workspaceId, cloud, connector: id }, 'The end of a job could not be read');
      return true;
    }
  }

  async function isWorking({ workspaceId, cloud, id }: Followed): Promise<boolean | 'gone'> {
    try {
      const { connector, source } = await read(workspaceId, cloud, id);
      return source === 'snapshot' || unfinishedStates.includes(connector.state);
    } catch (error) {
      // A database or a gateway that stumbles for a moment says nothing about the job.
      return error instanceof Refusal && error.code === 'not-found' ? 'gone' : true;
    }
  }
}
