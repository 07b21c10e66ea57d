/** The time of day, and how long a wait takes: tests let hours pass at once. Leases and rows keep the database's time. */
export type Clock = {
  now: () => Date;
  /** How many milliseconds really pass while so many seconds are waited for. */
  millisecondsOf: (seconds: number) => number;
};

export const systemClock: Clock = {
  now: () => new Date(),
  millisecondsOf: (seconds) => seconds * 1000,
};
