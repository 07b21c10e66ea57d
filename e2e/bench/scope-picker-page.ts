/** The scope picker where people meet it: the step Scope of the AWS wizard, with every unit of the organization open. */
import { expect, type Page } from '@playwright/test';
import { signIn } from '../src/fixtures/administrator.ts';
import { clickToPainted } from './browser-page.ts';
import type { SearchedPage } from './searched-page.ts';
import type { Stage } from './stage.ts';

/** A busy machine is no failure: nothing but what the figures count is hurried. */
const PATIENCE_MS = 240_000;
/** Any role works in the simulator, and any root has its 50,000 units. */
export const benchOrganization = {
  name: 'Bench organization',
  baseAccountId: '123456789012',
  externalId: 'an-external-id',
  rootId: 'r-b1g7',
  roleArn: 'arn:aws:iam::123456789012:role/connector',
};
const ROWS = '[role="treegrid"] [role="row"]';

export function scopePickerPage(stage: Stage, workspace: string): SearchedPage {
  return {
    searchBox: (page) => page.getByLabel('Search units'),
    scroller: ':has(> [role="treegrid"])',
    open: async (page) => {
      await signIn(page.request, stage.console.url);
      await page.goto(`${stage.console.url}/w/${workspace}/connectors/new/aws`);
      await fillOrganization(page);
      await goOn(page, 'Which organizational units and accounts?');
      await expect(page.getByRole('treegrid')).toBeVisible({ timeout: PATIENCE_MS });
      // The units are read by now: coming back to the step shows what the picker itself takes.
      await page.getByRole('button', { name: 'Back' }).click();
      await expect(
        page.getByRole('heading', { name: 'Which organization, and through which role?' }),
      ).toBeVisible();
    },
    mount: (page) => clickToPainted(page, () => page.getByRole('button', { name: 'Continue' }).click(), ROWS),
    openAll: async (page) => {
      await page.getByRole('button', { name: 'Open all' }).click();
      await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '50000');
    },
  };
}

async function fillOrganization(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(benchOrganization.name);
  // The first change gives the wizard the address of its draft.
  await page.waitForURL(/\/drafts\//, { timeout: PATIENCE_MS });
  await goOn(page, 'Which organization, and through which role?');
  await page.getByLabel('Account that assumes the role').fill(benchOrganization.baseAccountId);
  await page.getByLabel('External ID', { exact: true }).fill(benchOrganization.externalId);
  await page.getByRole('button', { name: 'Same as above' }).click();
  await page.getByLabel('Root ID').fill(benchOrganization.rootId);
  await page.getByLabel('Role ARN').fill(benchOrganization.roleArn);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('button', { name: 'Test connection' })).toBeEnabled({ timeout: PATIENCE_MS });
}

async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible({ timeout: PATIENCE_MS });
}
