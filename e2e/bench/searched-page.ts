/** One visit of a page with a long list that is searched while it is typed: ours or a reference's, measured alike. */
import type { Browser, Locator, Page } from '@playwright/test';
import { heapOf, onFreshPage, scrollFrames } from './browser-page.ts';

export type SearchedPage = {
  /** Up to where one more click shows the list. */
  open: (page: Page) => Promise<void>;
  /** That click; the milliseconds to after the frame that shows the list. */
  mount: (page: Page) => Promise<number>;
  /** Brings the list to its full length, where it does not begin with it. */
  openAll?: (page: Page) => Promise<void>;
  searchBox: (page: Page) => Locator;
  /** What scrolls: a selector. */
  scroller: string;
};

/** Milliseconds, but for the heap: MiB. */
export type Visit = { mount: number; heap: number; keys: number[]; frames: number[] };

/** `words` are typed letter by letter and partly taken back; after each key the list must say so before the clock stops. */
export function visit(browser: Browser, subject: SearchedPage, typing: Typing): Promise<Visit> {
  return onFreshPage(browser, async (page) => {
    await subject.open(page);
    const mount = await subject.mount(page);
    await subject.openAll?.(page);
    const frames = await scrollFrames(page, subject.scroller);
    await page.evaluate((selector) => document.querySelector(selector)?.scrollTo(0, 0), subject.scroller);
    const keys = await typeAndTime(page, subject, typing);
    // Last, for a forced collection throws away what the browser has compiled, and the next key would pay for it.
    await subject.searchBox(page).fill('');
    const heap = await heapOf(page);
    return { mount, heap, keys, frames };
  });
}

export type Typing = {
  letters: string;
  /** How many Backspace keys follow. */
  takenBack: number;
  /** Arms the page's clock for the key that makes the search say `query`. */
  arm: (page: Page, query: string) => Promise<void>;
};

async function typeAndTime(page: Page, subject: SearchedPage, typing: Typing): Promise<number[]> {
  const { letters, takenBack, arm } = typing;
  await subject.searchBox(page).focus();
  const times: number[] = [];
  for (let count = 1; count <= letters.length + takenBack; count++) {
    const back = Math.max(0, count - letters.length);
    await arm(page, letters.slice(0, Math.min(count, letters.length) - back));
    await page.keyboard.press(back > 0 ? 'Backspace' : (letters[count - 1] ?? ''));
    times.push(await page.evaluate(() => window.benchProbe.taken()));
    // A person needs longer between two keys; what a key left to do later must not count for the next.
    await page.waitForTimeout(120);
  }
  return times;
}

/** For trees that mark what was found. */
export async function armForMark(page: Page, query: string): Promise<void> {
  await page.evaluate((wanted) => {
    window.benchProbe.armKey(() => {
      // Ours marks by a highlight of the browser's, the references by elements.
      const [range] = CSS.highlights.get('found') ?? [];
      const text = range?.startContainer.nodeValue?.slice(range.startOffset, range.endOffset);
      const marked = text ?? document.querySelector('mark')?.textContent ?? '';
      return marked.toLowerCase() === wanted;
    });
  }, query.trim().toLowerCase());
}
