/** The references as pages that are searched, see `references/`. */
import type { Page } from '@playwright/test';
import { clickToPainted } from './browser-page.ts';
import type { SearchedPage } from './searched-page.ts';

export function arboristPage(site: string): SearchedPage {
  return { ...referencePage(`${site}/arborist.html`, '[role="treeitem"]'), scroller: '[role="tree"] > div' };
}

export function ariaTreePage(site: string): SearchedPage {
  return { ...referencePage(`${site}/aria-tree.html`, '[role="row"]'), scroller: '[role="treegrid"]' };
}

export function plainTablePage(site: string): SearchedPage {
  return { ...referencePage(`${site}/plain-table.html`, 'tbody tr'), scroller: '.scroller' };
}

function referencePage(url: string, row: string): Omit<SearchedPage, 'scroller'> {
  return {
    searchBox: (page) => page.getByRole('textbox'),
    open: async (page) => {
      await page.goto(url);
      await showButton(page).waitFor();
    },
    mount: (page) => clickToPainted(page, () => showButton(page).click(), row),
  };
}

function showButton(page: Page) {
  return page.getByRole('button', { name: 'Show' });
}
