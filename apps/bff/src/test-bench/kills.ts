/**
 * How often the tests of crashes kill a console. The catalogue of tests asks for 20 kills at random points of a creation (REL-01), of an edit
 * (REL-02) and of a bulk (REL-03). A run with SOAK_KILLS=20 or more does that. An ordinary run kills six times: the points before, around and
 * after the gateway's act take turns, so each of them is hit, but it is the soak that shows that many kills at many moments do no harm.
 */
import process from 'node:process';

const fewest = 6;

export const kills = readKills(process.env.SOAK_KILLS);

/** How far a round is from the first (0) to the last (1): spreads the moments of the kills evenly. */
export function shareOf(round: number): number {
  return round / (kills - 1);
}

function readKills(text = String(fewest)): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= fewest) return number;
  throw new Error(`SOAK_KILLS must be a whole number of at least ${fewest}, not ${text}.`);
}
