/** Puts what has changed of a list into the list that the caller has. */
import type { ConnectorList, ConnectorSummary } from './reading.ts';

/** `before` is the list of the version that `answer` says it is about; a whole list replaces it. Rows that stay are the same objects. */
export function listAfter(before: ConnectorList | undefined, answer: ConnectorList): ConnectorList {
  const { since, ...list } = answer;
  if (since === undefined || before === undefined || before.version !== since.version) return list;
  const keyOf = ({ cloud, id }: ConnectorSummary) => `${cloud}/${id}`;
  const left = new Set([...since.gone, ...answer.connectors.map(keyOf)]);
  const connectors = before.connectors.filter((row) => !left.has(keyOf(row)));
  // In the order of their places: each is put where it stands once those before it are there.
  answer.connectors.forEach((row, at) => void connectors.splice(since.places[at] ?? 0, 0, row));
  return { ...list, connectors };
}
