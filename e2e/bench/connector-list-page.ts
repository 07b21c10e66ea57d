/** The list Connectors with ten thousand rows. */
import { expect, type Page } from '@playwright/test';
import { signIn } from '../src/fixtures/administrator.ts';
import { clickToPainted } from './browser-page.ts';
import type { SearchedPage } from './searched-page.ts';
import type { Stage } from './stage.ts';

export type ListedConnector = {
  id: string;
  name: string;
  tenantId: string | null;
  organizationId: string | null;
};

const TABLE = '[role="table"]';

export function connectorListPage(stage: Stage, workspace: string): SearchedPage {
  const filter = (page: Page) => page.getByLabel('Filter connectors', { exact: true });
  return {
    searchBox: filter,
    scroller: `:has(> ${TABLE})`,
    open: async (page) => {
      await signIn(page.request, stage.console.url);
      await page.goto(`${stage.console.url}/w/${workspace}/connectors`);
      await expect(page.getByRole('table')).toBeVisible({ timeout: 60_000 });
      // The rows are read by now: coming back shows what the list itself takes.
      await page.getByRole('link', { name: 'New connector' }).click();
      await expect(page.getByRole('table')).toHaveCount(0);
    },
    mount: (page) =>
      clickToPainted(
        page,
        () => page.getByRole('link', { name: 'Connectors', exact: true }).first().click(),
        `${TABLE} [role="cell"]`,
      ),
  };
}

/** For lists that say how many rows they have: the page shows the answer when that is the number that `query` leaves. */
export function armForCount(rows: readonly ListedConnector[]) {
  return async (page: Page, query: string): Promise<void> => {
    const wanted = query.trim().toLowerCase().split(/\s+/);
    const left = rows.filter(({ id, name, tenantId, organizationId }) => {
      const texts = [name, id, tenantId ?? '', organizationId ?? ''].map((text) => text.toLowerCase());
      return wanted.every((word) => texts.some((text) => text.includes(word)));
    });
    await page.evaluate((count) => {
      window.benchProbe.armKey(
        () => document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount') === String(count),
      );
    }, left.length + 1);
  };
}
