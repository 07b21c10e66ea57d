/**
 * How many sign-ins this process works on at a time. A password costs some 40 ms of a core, and every one that
 * waits keeps the next user waiting; one network cannot take all of it.
 */
import { HasherBusy } from '../ports/password-hasher.ts';

const mostOfNetwork = 8;
const mostOfAll = 24;

export type SignInGate = <T>(network: string, work: () => Promise<T>) => Promise<T>;

/** Refuses at once what is too much, before anything is asked of the database. */
export function createSignInGate(): SignInGate {
  const underWay = new Map<string, number>();
  let all = 0;
  return async (network, work) => {
    const own = underWay.get(network) ?? 0;
    if (own >= mostOfNetwork || all >= mostOfAll) throw new HasherBusy();
    underWay.set(network, own + 1);
    all += 1;
    try {
      return await work();
    } finally {
      all -= 1;
      const left = (underWay.get(network) ?? 1) - 1;
      if (left === 0) underWay.delete(network);
      else underWay.set(network, left);
    }
  };
}
