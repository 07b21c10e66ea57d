import { existsSync, globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cruise, cruiseFolders } from './cruise.ts';
import { dependencyRules } from './dependency-rules.ts';

const root = join(import.meta.dirname, '../../..');

describe('this repository', () => {
  let tree: Cruise;
  beforeAll(async () => {
    const folders = globSync(['{apps,packages}/*/src', 'e2e'], { cwd: root });
    tree = await cruiseFolders(
      root,
      folders.filter((folder) => existsSync(join(root, folder))),
    );
  });

  test('every module was really read', () => {
    const sources = globSync(['{apps,packages}/*/src/**/*.{ts,tsx}', 'e2e/**/*.ts'], { cwd: root });
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((source) => !tree.modules.includes(source))).toEqual([]);
  });

  test.each([
    [
      'packages/console-contract/src/index.ts → packages/console-contract/src/endpoints.ts',
      'a relative import',
    ],
    ['e2e/bench/stage.ts → packages/tooling/src/web-build/web-build.ts', 'an import across packages'],
    [
      'packages/console-contract/src/session.ts → packages/console-contract/src/endpoint.ts',
      'an import of a type alone',
    ],
  ])('the cruise sees %s (%s)', (edge) => {
    expect(tree.edges).toContain(edge);
  });

  test('no import breaks a rule', () => {
    expect(tree.violations).toEqual([]);
  });
});

type Import = [rule: string, from: string, to: string, kind?: 'type'];

/** One for each rule at least; `to` is a file of the planted tree, written where it is imported. */
const forbidden: Import[] = [
  ['no-cycles', 'apps/web/src/ui/a.ts', 'apps/web/src/ui/b.ts'],
  ['apps-are-leaves', 'packages/tooling/src/leaf.ts', 'apps/web/src/ui/button.ts'],
  ['journeys-stay-outside', 'e2e/src/session.spec.ts', 'apps/bff/src/session/service.ts', 'type'],
  [
    'contracts-know-only-zod',
    'packages/console-contract/src/members.ts',
    'packages/gateway-contract/src/member.ts',
  ],
  ['contracts-know-only-zod', 'packages/gateway-contract/src/job.ts', 'node_modules/express/index.js'],
  [
    'simulator-knows-only-the-vendor',
    'packages/gateway-simulator/src/job.ts',
    'packages/console-contract/src/job.ts',
  ],
  ['simulator-is-no-part-of-the-product', 'apps/bff/src/demo.ts', 'packages/gateway-simulator/src/index.ts'],
  [
    'web-and-bff-meet-only-in-contract',
    'apps/web/src/shared/ids.ts',
    'packages/gateway-contract/src/ids.ts',
    'type',
  ],
  ['web-and-bff-meet-only-in-contract', 'apps/web/src/shared/clock.ts', 'apps/bff/src/ports/clock.ts'],
  ['bff-knows-no-screen', 'apps/bff/src/http/page.ts', 'apps/web/src/app/shell.ts'],
  [
    'features-are-islands',
    'apps/web/src/features/members/list.ts',
    'apps/web/src/features/connectors/list.ts',
  ],
  [
    'building-features-know-no-feature',
    'apps/web/src/features/scope-picker/rows.ts',
    'apps/web/src/features/cloud-setup/access.ts',
  ],
  [
    'picker-is-dumb',
    'apps/web/src/features/scope-picker/rows.ts',
    'packages/console-contract/src/state.ts',
    'type',
  ],
  ['shared-knows-no-feature', 'apps/web/src/shared/menu.ts', 'apps/web/src/features/people/page.ts'],
  ['features-know-no-app', 'apps/web/src/features/people/edit.ts', 'apps/web/src/app/routes.ts'],
  ['ui-is-dumb', 'apps/web/src/ui/link.ts', 'node_modules/react-router/index.js'],
  ['ui-is-dumb', 'apps/web/src/ui/badge.ts', 'packages/console-contract/src/state.ts', 'type'],
  ['only-main-wires-adapters', 'apps/bff/src/people/service.ts', 'apps/bff/src/adapters/database/pool.ts'],
  ['adapters-know-no-rules', 'apps/bff/src/adapters/vault/vault.ts', 'apps/bff/src/workspaces/service.ts'],
  [
    'vendor-words-stay-in-the-gateway-adapter',
    'apps/bff/src/job-errors/service.ts',
    'packages/gateway-contract/src/a.ts',
  ],
  ['services-know-no-http', 'apps/bff/src/operations/service.ts', 'apps/bff/src/http/problem.ts', 'type'],
  ['services-know-no-http', 'apps/bff/src/members/service.ts', 'node_modules/express/index.js'],
  ['services-know-no-http', 'apps/bff/src/operations/sending.ts', 'apps/bff/src/http/handler.ts', 'type'],
  ['slices-meet-only-in-ports', 'apps/bff/src/onboarding/service.ts', 'apps/bff/src/connectors/service.ts'],
  ['slices-meet-only-in-ports', 'apps/bff/src/onboarding/drafts.ts', 'apps/bff/src/connectors/list.ts'],
  ['slices-meet-only-in-ports', 'apps/bff/src/members/service.ts', 'apps/bff/src/connectors/tables.ts'],
  ['stores-meet-only-in-tables', 'apps/bff/src/session/store.ts', 'apps/bff/src/people/store.ts'],
  ['stores-meet-only-in-tables', 'apps/bff/src/workspaces/budget-store.ts', 'apps/bff/src/people/service.ts'],
  ['routes-know-no-sql', 'apps/bff/src/activity/routes.ts', 'apps/bff/src/activity/store.ts'],
  ['routes-know-no-sql', 'apps/bff/src/connectors/routes.ts', 'apps/bff/src/connectors/lease-store.ts'],
  ['services-know-no-sql', 'apps/bff/src/people/service.ts', 'node_modules/drizzle-orm/index.js'],
  ['composition-is-on-top', 'apps/bff/src/people/service.ts', 'apps/bff/src/compose.ts', 'type'],
  ['ports-are-pure', 'apps/bff/src/ports/store.ts', 'node_modules/pg/index.js'],
  ['nothing-imports-a-test', 'apps/bff/src/http/app.ts', 'apps/bff/src/test-bench/start-bff.ts'],
  ['nothing-imports-a-program', 'apps/bff/src/http/start.ts', 'apps/bff/src/main.ts'],
];

describe('a tree with planted violations', () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'planted-violations-')));
  let planted: Cruise;
  beforeAll(async () => {
    plant(tree);
    planted = await cruiseFolders(tree, ['apps', 'packages', 'e2e']);
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  test('every rule has a planted violation', () => {
    const named = new Set(forbidden.map(([rule]) => rule));
    expect(dependencyRules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  test.each(forbidden)('%s catches %s → %s', (rule, from, to) => {
    expect(planted.violations).toContainEqual({ rule, from, to });
  });

  test('imports that keep to the rules are left alone', () => {
    const suspects = planted.violations.filter(
      ({ from }) => from.includes('/good/') || from.endsWith('.test.ts'),
    );
    expect(suspects).toEqual([]);
  });
});

function plant(tree: string): void {
  const good: Import[] = [
    ['the other half of the cycle', 'apps/web/src/ui/b.ts', 'apps/web/src/ui/a.ts', 'type'],
    ['', 'apps/bff/src/good/routes.ts', 'apps/bff/src/good/service.ts'],
    ['', 'apps/bff/src/good/service.ts', 'apps/bff/src/ports/clock.ts', 'type'],
    ['', 'apps/bff/src/good/routes.ts', 'apps/bff/src/http/handler.ts', 'type'],
    ['', 'apps/bff/src/good/store.ts', 'apps/bff/src/people/tables.ts'],
    ['', 'apps/bff/src/good/tables.ts', 'apps/bff/src/people/tables.ts'],
    ['', 'apps/bff/src/good/service.test.ts', 'packages/gateway-simulator/src/index.ts'],
    ['', 'apps/bff/src/good/store.test.ts', 'apps/bff/src/adapters/database/pool.ts'],
    ['', 'apps/web/src/features/good/page.ts', 'apps/web/src/ui/button.ts'],
  ];
  for (const [, from, to, kind] of [...forbidden, ...good]) {
    for (const file of [from, to])
      writeIfMissing(join(tree, file), 'export const planted = 1;\nexport type Planted = 1;\n');
    const path = relative(dirname(from), to);
    const address = path.startsWith('.') ? path : `./${path}`;
    const statement = kind
      ? `import type { Planted } from '${address}';`
      : `import { planted } from '${address}';`;
    writeFileSync(join(tree, from), `${statement}\n`, { flag: 'a' });
  }
}

function writeIfMissing(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, content);
}
