/** Background work that outlives this process: what was asked for is in the database, and any replica may do it. */

export interface Jobs {
  /** Called once for each kind of work before `start`. The work may be called twice at a time for one subject: it leases what it does. */
  handle(kind: string, work: (subject: string) => Promise<void>): void;
  /** Has the work done for a subject, soon or after so many milliseconds. One that waits already is not doubled; it comes sooner when asked for sooner. */
  ask(kind: string, subject: string, afterMilliseconds?: number): Promise<void>;
  /** Prepares the job tables of this version and begins to look for work. */
  start(): Promise<void>;
  /** Takes up nothing more and waits for work under way, for a while. */
  stop(): Promise<void>;
}
