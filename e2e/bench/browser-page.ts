/** Pages of a real Chromium, each in a fresh context, and what can be asked of them. */
import process from 'node:process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { installProbe } from './page-probe.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium refuses its sandbox to root; containers run as root and keep /dev/shm small.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage'],
    // By itself it would end this process before the programs that are measured have ended.
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

/** A page of 1280 by 800 with the probe in it; `use` has it, then its context is closed. */
export async function onFreshPage<Result>(
  browser: Browser,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installProbe);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** From the press to after the frame in which something matches `selector`, in milliseconds. */
export async function clickToPainted(
  page: Page,
  press: () => Promise<void>,
  selector: string,
): Promise<number> {
  await page.evaluate((wanted) => {
    window.benchProbe.armClick(() => document.querySelector(wanted) !== null);
  }, selector);
  await press();
  return page.evaluate(() => window.benchProbe.taken());
}

/** The JavaScript heap after a forced collection, in MiB. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let pass = 0; pass < 2; pass++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 ** 2;
}

/** How long each frame took while the first element of `selector` scrolled, in milliseconds. */
export function scrollFrames(page: Page, selector: string): Promise<number[]> {
  return page.evaluate((wanted) => {
    const scroller = document.querySelector(wanted);
    if (scroller === null) throw new Error(`nothing matches ${wanted}`);
    return window.benchProbe.scroll(scroller);
  }, selector);
}
