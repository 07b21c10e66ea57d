/** The two long lists in a real browser, over the large world: 50,000 units in the picker, 10,000 rows in the table. */
import { openBrowser } from './browser-page.ts';
import { armForCount, connectorListPage, type ListedConnector } from './connector-list-page.ts';
import type { Section } from './figures.ts';
import { arboristPage, ariaTreePage, plainTablePage } from './reference-pages.ts';
import { openReferenceSite } from './reference-site.ts';
import { benchOrganization, scopePickerPage } from './scope-picker-page.ts';
import { type Comparison, compare, type Effort } from './searched-lists.ts';
import { armForMark, type SearchedPage } from './searched-page.ts';
import { connectWorkspace, openStage, type Stage } from './stage.ts';

const CONNECTORS = 10_000;
const NOTES = [
  'Key to painted: from the keydown to after the frame that shows its answer.',
  'Mount: the data is read already. Heap: of the whole page, after a forced collection; ours carries the console with it.',
];

export async function measureLists(parts: ReadonlySet<string>, effort: Effort): Promise<Section[]> {
  // Nothing is read in the background while a key is timed.
  const stage = await openStage('large', { CONSOLE_REFRESH_SECONDS: '86400' });
  try {
    const browser = await openBrowser();
    stage.endWith(() => browser.close());
    const workspace = await connectWorkspace(stage, 'Bench', CONNECTORS);
    const connectors = await readConnectors(stage, workspace);
    const site = await openReferenceSite({ units: await readUnits(stage, workspace), connectors });
    stage.endWith(site.stop);
    const { picker, list } = comparisons({ stage, workspace, connectors, references: site.url });
    const asked = [...(parts.has('scope-picker') ? picker : []), ...(parts.has('connectors') ? list : [])];
    const sections: Section[] = [];
    for (const { title, name, comparison } of asked)
      sections.push({
        title,
        reference: name,
        notes: NOTES,
        figures: await compare(browser, comparison, effort),
      });
    return sections;
  } finally {
    await stage.stop();
  }
}

/** `name` is the reference's. */
type Asked = { title: string; name: string; comparison: Comparison };

/** What is compared with what, and the budgets beside which each reference took what it took. */
function comparisons(world: {
  stage: Stage;
  workspace: string;
  connectors: ListedConnector[];
  /** The address of their pages. */
  references: string;
}): { picker: Asked[]; list: Asked[] } {
  const { stage, workspace, connectors, references } = world;
  const besides = (name: string, reference: SearchedPage, then: Then): Asked => ({
    title: 'Scope picker in the AWS wizard, 50,000 units, all open',
    name,
    comparison: {
      ours: scopePickerPage(stage, workspace),
      reference,
      typing: { letters: 'payments 1', takenBack: 4, arm: armForMark },
      budgets: {
        key: { budget: 25, referenceThen: then.key },
        mount: { budget: 250, referenceThen: then.mount },
        frame: { budget: 20, referenceThen: then.frame },
        heap: { budget: 20, referenceThen: then.heap },
      },
    },
  });
  return {
    picker: [
      besides('react-arborist', arboristPage(references), { key: 193, mount: 775, frame: 18, heap: 57.3 }),
      besides('React Aria Tree', ariaTreePage(references), {
        key: 322,
        mount: 1393,
        frame: 36.6,
        heap: 117.3,
      }),
    ],
    list: [
      {
        title: 'Connectors, 10,000 rows',
        name: 'plain table',
        comparison: {
          ours: connectorListPage(stage, workspace),
          reference: plainTablePage(references),
          typing: { letters: 'wingtip ', takenBack: 4, arm: armForCount(connectors) },
          budgets: {
            key: { budget: 50, referenceThen: 299 },
            frame: { budget: 20, referenceThen: 19.3 },
          },
        },
      },
    ],
  };
}

/** What a reference took where the budgets were set: milliseconds (95th percentile of keys and frames) and MiB. */
type Then = { key: number; mount: number; frame: number; heap: number };

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
