/** Rows of the list as a file for a spreadsheet. */
import { type ConnectorSummary, csvOf } from '@console/console-contract';
import { saveFile } from '../../../ui/actions/save-file.ts';
import { listFacts } from '../list/list-facts.tsx';

export function saveConnectors(connectors: readonly ConnectorSummary[]): void {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(
    `connectors-${day}.csv`,
    new Blob([connectorsCsv(connectors)], { type: 'text/csv;charset=utf-8' }),
  );
}

export function connectorsCsv(connectors: readonly ConnectorSummary[]): string {
  const cells = listFacts.flatMap(({ csv }) => csv ?? []);
  return csvOf([
    cells.map(({ name }) => name),
    ...connectors.map((connector) => cells.map(({ text }) => text(connector))),
  ]);
}
