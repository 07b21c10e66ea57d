/** Tells of what was written to the database, by this replica or another. A hint carries no data: the listener reads again. */
export type Change = {
  topic: 'everything' | 'connectors' | 'operations' | 'freshness';
  workspace: string | null;
};

export interface ChangeFeed {
  /** Answers with how to stop listening. What happened while the feed was cut is told when it is back; `everything` says that some may have been missed before. */
  listen(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}
