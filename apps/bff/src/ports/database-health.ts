/**
 * Whether the database can be used, and if not, why: for the operator, who is told more than a user. The adapter of the database, which looks
 * for it, and the HTTP layer, which tells it, may not know each other: this is all that they share.
 */
export type DatabaseHealth = {
  /** One sentence for each thing that is wrong, none when the database can be used. */
  problems: () => Promise<string[]>;
  /** Asked when the database has just refused something: whether its disk is full. */
  isDiskFull: () => boolean;
};

/** SQLSTATE of a statement that found no room. */
export const diskFullState = '53100';
