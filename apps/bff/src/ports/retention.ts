/** What a slice lets go of when it is too old. Every slice offers some and one asks for all, so that it belongs to none of them. */

/**
 * Removes up to so many rows that are too old by the database's time, and answers how many there were; fewer than asked for means that no
 * more are left. Nothing that is open, or that a user has to review, may be among them.
 */
export type Removal = (most: number) => Promise<number>;
