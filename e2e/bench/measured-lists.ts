/** The two long lists in a real browser, over the large world: 50,000 units in the picker, 10,000 rows in the table. */
import { openBrowser } from './browser-page.ts';
import { armForCount, connectorListPage, type ListedConnector } from './connector-list-page.ts';
import type { Section } from './figures.ts';
import { arboristPage, ariaTreePage, plainTablePage } from './reference-pages.ts';
import { openReferenceSite } from './reference-site.ts';
import { benchOrganization, scopePickerPage } from './scope-picker-page.ts';
import { compare, type Effort } from './searched-lists.ts';
import { armForMark } from './searched-page.ts';
import { connectWorkspace, openStage, type Stage } from './stage.ts';

const CONNECTORS = 10_000;
const NOTES = [
  'Key to painted: from the keydown to after the frame that shows its answer.',
  'Mount: the data is read already. Heap: of the whole page, after a forced collection; ours carries the console with it.',
];

export async function measureLists(parts: ReadonlySet<string>, effort: Effort): Promise<Section[]> {
  // Nothing is read in the background while a key is timed.
  const stage = await openStage('large', { CONSOLE_REFRESH_SECONDS: '86400' });
  const browser = await openBrowser();
  try {
    const workspace = await connectWorkspace(stage, 'Bench', CONNECTORS);
    const connectors = await readConnectors(stage, workspace);
    const site = await openReferenceSite({ units: await readUnits(stage, workspace), connectors });
    try {
      const sections: Section[] = [];
      const pickerReferences = parts.has('scope-picker')
        ? { 'react-arborist': arboristPage(site.url), 'React Aria Tree': ariaTreePage(site.url) }
        : {};
      for (const [name, reference] of Object.entries(pickerReferences)) {
        const figures = await compare(
          browser,
          {
            ours: scopePickerPage(stage, workspace),
            reference,
            typing: { letters: 'payments 1', takenBack: 4, arm: armForMark },
            budgets: { key: 25, mount: 250, frame: 20, heap: 20 },
          },
          effort,
        );
        const title = 'Scope picker in the AWS wizard, 50,000 units, all open';
        sections.push({ title, reference: name, notes: NOTES, figures });
      }
      if (parts.has('connectors')) {
        const figures = await compare(
          browser,
          {
            ours: connectorListPage(stage, workspace),
            reference: plainTablePage(site.url),
            typing: { letters: 'wingtip ', takenBack: 4, arm: armForCount(connectors) },
            budgets: { key: 50, frame: 20 },
          },
          effort,
        );
        const title = 'Connectors, 10,000 rows';
        sections.push({ title, reference: 'plain table', notes: NOTES, figures });
      }
      return sections;
    } finally {
      await site.stop();
    }
  } finally {
    await browser.close();
    await stage.stop();
  }
}

async function readConnectors({ calls }: Stage, workspace: string): Promise<ListedConnector[]> {
  const list: { connectors: ListedConnector[] } = await (
    await calls.get(`/api/workspaces/${workspace}/connectors`)
  ).json();
  return list.connectors;
}

type PlacedUnit = { id: string; name: string; parentId: string | undefined };

/** The units that the wizard shows, each with the one above it, which is found by its path of names. */
async function readUnits({ calls }: Stage, workspace: string): Promise<PlacedUnit[]> {
  const { name: connectorName, rootId, ...role } = benchOrganization;
  const onboarding = `/api/workspaces/${workspace}/onboarding/aws`;
  await calls.post(`${onboarding}/tests`, { data: { connectorName, partition: 'global', ...role } });
  const answer = await calls.post(`${onboarding}/units`, { data: { connectorName, rootId } });
  if (!answer.ok()) throw new Error(`The units were not read: ${await answer.text()}`);
  const { units }: { units: { id: string; name: string; path: string }[] } = await answer.json();
  const idAt = new Map(units.map(({ id, name, path }) => [`${path}/${name}`, id]));
  return units.map(({ id, name, path }) => ({ id, name, parentId: idAt.get(path) }));
}
