/** What neither a linter nor the dependency rules can see. A rule about a folder that is not there yet waits for it. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldersInMap, linksIn } from './markdown.ts';
import { nouns } from './nouns.ts';
import { linesMatching, root, textOf, trackedFiles } from './tracked-files.ts';

const files = trackedFiles();
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const documents = files.filter((file) => file.endsWith('.md'));
const isTest = (file: string) =>
  /\.(test|spec)\.tsx?$|\/(test-bench|fixtures)\/|\/(any|fake)-[^/]+\.ts$|-under-test\.ts$/.test(file);

describe('the noun is the address', () => {
  /** Places a noun may do without, each with the reason. */
  const exceptions: Record<string, string> = {};

  test('the contract declares nouns', () => {
    expect(nouns()).toEqual(expect.arrayContaining(['connectors', 'session', 'workspaces']));
  });

  test.each(nouns())('%s has a slice, a feature and a journey', (noun) => {
    const places = [
      `apps/bff/src/${noun}/routes.ts`,
      `apps/web/src/features/${noun}/`,
      `e2e/src/${noun}.spec.ts`,
    ];
    const missing = places.filter((place) => !exists(place) && !(place in exceptions));
    expect(missing).toEqual([]);
  });

  test('every exception is still one', () => {
    expect(Object.keys(exceptions).filter(exists)).toEqual([]);
  });
});

describe('documents tell the truth', () => {
  test.each(documents)('every link of %s leads somewhere', (document) => {
    const targets = linksIn(textOf(document) ?? '').map((link) => posix.join(dirname(document), link));
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test.each(documents.filter((document) => /\/decisions\/\d/.test(document)))(
    '%s says when it was taken and whether it holds',
    (document) => {
      const [, , line = ''] = (textOf(document) ?? '').split('\n');
      expect(line).toMatch(/^Date: \d{4}-\d\d-\d\d\. Status: (in force\b|superseded by \[\d{3}\]\()/);
    },
  );

  test('the map in the README shows the apps and packages that exist, and all of them', () => {
    const shown = foldersInMap(textOf('README.md') ?? '');
    const packages = new Set(files.map((file) => /^(?:(?:apps|packages)\/[^/]+|e2e)\//.exec(file)?.[0]));
    packages.delete(undefined);
    expect(shown.filter((folder) => !exists(folder))).toEqual([]);
    expect([...packages].filter((folder) => folder !== undefined && !shown.includes(folder))).toEqual([]);
  });
});

describe('every app and package says what it is', () => {
  const packages = [
    ...new Set(files.map((file) => /^(?:apps|packages)\/[^/]+(?=\/)/.exec(file)?.[0])),
  ].filter((folder) => folder !== undefined);

  test.each(packages)('%s has a README of one screen that answers the four questions', (folder) => {
    const lines = (textOf(`${folder}/README.md`) ?? '').trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(
      expect.arrayContaining([
        '## What this is for',
        '## What it refuses to know',
        '## The one file to read first',
        '## How it is tested',
      ]),
    );
    // A table is looked up, not read.
    expect(lines.filter((line) => !line.startsWith('|')).length).toBeLessThanOrEqual(40);
  });
});

describe('every operation of the gateway can be done from the browser', () => {
  const declared = sources
    .filter((file) => /^packages\/gateway-contract\/src\/\w+-operations\.ts$/.test(file))
    .flatMap((file) => [...(textOf(file) ?? '').matchAll(/^ {2}([ATW]\d+): defineOperation/gm)])
    .map(([, id]) => id);
  const rows = new Map(
    [...(textOf('e2e/README.md') ?? '').matchAll(/^\| ([ATW]\d+) \| (.+) \| ([\w-]+): (.+) \|$/gm)].map(
      ([, id, where, spec, journey]) => [id, { where, spec, journey }],
    ),
  );

  test('there are 31 of them', () => expect(declared).toHaveLength(31));

  test.each(declared)('%s has a row that names a journey there is', (id) => {
    const { spec = '', journey = '' } = rows.get(id) ?? {};
    expect(journey).not.toBe('');
    expect(textOf(`e2e/src/${spec}.spec.ts`)).toContain(journey);
  });
});

describe('names', () => {
  const folders = [...new Set(sources.flatMap((file) => dirname(file).split('/')))];

  test('no folder has a name that fits everything', () => {
    const vague = ['utils', 'util', 'helpers', 'common', 'lib', 'libs', 'types', 'misc'];
    expect(folders.filter((folder) => vague.includes(folder))).toEqual([]);
  });

  test('folders and files are written in kebab-case', () => {
    const names = [...folders, ...sources.map((file) => basename(file))].filter((name) => name !== '.');
    expect(names.filter((name) => !/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))).toEqual([]);
  });
});

describe('words', () => {
  const vocabulary = textOf('packages/tooling/vocabulary.md') ?? '';
  const banned = [...vocabulary.matchAll(/^\| (?!instead of)([a-z][a-z ,]+) \| [a-z]/gm)].flatMap(
    ([, words = '']) => words.split(', '),
  );
  /** Names as the vocabulary writes them: `createShownStore` and `shown-store` hold *shown store*. */
  const spoken = (name: string) =>
    ` ${name
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[-./_]/g, ' ')
      .toLowerCase()} `;
  const withoutTexts = (code: string) => code.replaceAll(/'[^'\n]*'/g, "''");
  const isBanned = (name: string) => banned.some((word) => spoken(name).includes(` ${word} `));

  test('the vocabulary bans words', () =>
    expect(banned).toEqual(expect.arrayContaining(['desk', 'shown store'])));

  test('no file and no name in the code uses a word that the vocabulary replaces', () => {
    expect(sources.filter(isBanned)).toEqual([]);
    const named = sources.flatMap((file) =>
      [
        ...withoutTexts(textOf(file) ?? '').matchAll(
          /\b(?:const|function|class|type|interface|let|import \{?|[{,])\s*(\w+)/g,
        ),
      ]
        .map(([, name = '']) => name)
        .filter(isBanned)
        .map((name) => `${file}: ${name}`),
    );
    expect(named).toEqual([]);
  });

  test('no sentence stands in the code that the vocabulary replaces', () => {
    const sentences = [...vocabulary.matchAll(/^\| “([^”]+)” \|/gm)].map(([, sentence = '']) => sentence);
    expect(sentences).toContain('You may look');
    const said = linesMatching(sources, new RegExp(sentences.join('|').replaceAll('.', '\\.')));
    expect(said.filter((line) => !line.startsWith('packages/tooling/src/house-rules.test.ts'))).toEqual([]);
  });

  const unnamed = /\b(nobody|somebody|whoever|anybody)\b/i;
  // The account of Unix, and values that tests make up.
  const madeUp = /["']nobody["']|nobody@example\.test|somebody-else/g;
  const leavesOpen = (line: string) => unnamed.test(line.replaceAll(madeUp, ''));

  test('comments, texts and documents name who acts', () => {
    const isHere = (line: string) => line.startsWith('packages/tooling/src/house-rules.test.ts');
    const isRule = (line: string) => line.startsWith('packages/tooling/vocabulary.md');
    const lines = linesMatching([...sources, ...documents], unnamed);
    expect(lines.filter((line) => leavesOpen(line) && !isHere(line) && !isRule(line))).toEqual([]);
  });

  test.each(['// Whoever asks waits.', 'Nobody is signed in.'])('%s would be found', (line) => {
    expect(leavesOpen(line)).toBe(true);
  });

  test.each(['createShownStore', 'token-shelf.ts', 'deskOf'])('%s would be found', (name) => {
    expect(isBanned(name)).toBe(true);
  });
});

describe('what reaches outside does so in its own place', () => {
  test('the environment is read where programs start', () => {
    const allowed = /(^|\/)(main|config)\.ts$|\.config\.ts$|^e2e\/|^packages\/tooling\//;
    // Windows starts no program without its own variable, so the one who starts Postgres hands it on.
    const startsPostgres = 'apps/bff/src/adapters/database/postgres-cluster.ts';
    const elsewhere = sources.filter(
      (file) => !allowed.test(file) && !isTest(file) && file !== startsPostgres,
    );
    expect(linesMatching(elsewhere, /\bprocess\.env\b/)).toEqual([]);
  });

  test('fetch is called by adapters and the one client of the browser', () => {
    const elsewhere = sources.filter(
      (file) =>
        /^(apps|packages)\/[^/]+\/src\//.test(file) &&
        !isTest(file) &&
        !/^apps\/bff\/src\/adapters\/|^apps\/web\/src\/shared\/console\/console-client|^packages\/tooling\//.test(
          file,
        ),
    );
    expect(linesMatching(elsewhere, /(?<![.\w])fetch\(/)).toEqual([]);
  });

  test('journeys never intercept a request: failures come from the simulator', () => {
    const journeys = sources.filter((file) => file.startsWith('e2e/'));
    expect(linesMatching(journeys, /\.(route|routeFromHAR|routeWebSocket)\(/)).toEqual([]);
  });

  describe('the snapshot has one writer', () => {
    const writing =
      /\.(insert|update|delete)\(connectors\)|\bof \[connectors, |\b(insert into|update|delete from) "?connectors\b/i;
    const writers = /^apps\/bff\/src\/connectors\/snapshot\/observe(-list)?\.ts$/;

    test('which is observe.ts', () => {
      const elsewhere = sources.filter(
        (file) => file.startsWith('apps/bff/src/') && !isTest(file) && !writers.test(file),
      );
      expect(linesMatching(elsewhere, writing)).toEqual([]);
    });

    test.each([
      'await db.update(connectors).set({ enabled })',
      'await tx.delete(connectors).where(chosen)',
      "await db.execute(sql`insert into connectors (id) values ('1')`)",
      'for (const table of [connectors, cloudFreshness]) await tx.delete(table)',
    ])('a second one would be found: %s', (line) => expect(line).toMatch(writing));
  });

  describe('stored JSON is read by a schema', () => {
    const cast = /\bjsonb\([^)]*\)\s*\.\$type</;

    test('and no column of it is given a type', () => {
      const tables = sources.filter((file) => /^apps\/bff\/src\/.*tables\.ts$/.test(file));
      expect(tables.length).toBeGreaterThan(5);
      expect(tables.filter((file) => cast.test(textOf(file) ?? ''))).toEqual([]);
    });

    test.each(['facts: jsonb().$type<Facts>()', "failing: jsonb('failing')\n  .$type<Problem>()"])(
      'one that is would be found: %s',
      (line) => expect(line).toMatch(cast),
    );
  });

  describe('observations and the outbox are written by triggers, with whatever they tell of', () => {
    const writing =
      /\.(insert|update|delete)\((observations|outbox)\)|\b(insert into|update|delete from) ("?(observations|outbox)\b|\$\{(observations|outbox)\})/i;
    const removesOldOnes = 'apps/bff/src/connectors/snapshot/retention-store.ts';

    test('and by no code beside the job that removes old ones', () => {
      const elsewhere = sources.filter(
        (file) => file.startsWith('apps/bff/src/') && !isTest(file) && file !== removesOldOnes,
      );
      expect(linesMatching(elsewhere, writing)).toEqual([]);
      expect(linesMatching([removesOldOnes], /\b(insert into|update) |\.(insert|update)\(/)).toEqual([]);
      expect(linesMatching([removesOldOnes], writing)).toHaveLength(2);
    });

    test.each([
      'await tx.insert(observations).values(seen)',
      'await tx.insert(outbox).values({ workspaceId, topic })',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of code as text
      'await db.execute(sql`insert into ${observations} select * from seen`)',
      "await db.execute(sql`update outbox set topic = 'connectors'`)",
    ])('another one would be found: %s', (line) => expect(line).toMatch(writing));
  });

  describe('the console takes every pause, deadline and time from the clock that it is given', () => {
    // A socket's own `setTimeout` is Node's: it tells of a connection on which nothing moves.
    const ownTime =
      /(?<![.\w])(setTimeout|setInterval|setImmediate)\(|timers\/promises|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;

    test('adapters aside', () => {
      const elsewhere = sources.filter(
        (file) => /^apps\/bff\/src\/(?!adapters\/|ports\/clock\.ts$)/.test(file) && !isTest(file),
      );
      expect(linesMatching(elsewhere, ownTime)).toEqual([]);
    });

    test.each([
      "import { setTimeout as pause } from 'node:timers/promises';",
      'const timer = setTimeout(work, 1000);',
      'const asOf = new Date().toISOString();',
      'const elapsed = performance.now() - startedAt;',
    ])('any other time would be found: %s', (line) => expect(line).toMatch(ownTime));
  });

  test.each(['apps/bff', 'apps/web'])('%s is installed for production without the simulator', (app) => {
    const { dependencies }: { dependencies: object } = JSON.parse(textOf(`${app}/package.json`) ?? '{}');
    expect(Object.keys(dependencies)).not.toContain('@console/gateway-simulator');
  });
});

describe('what is written down', () => {
  const written = files.filter((file) => file !== 'pnpm-lock.yaml' && file !== 'LICENSE');

  test('a rule is switched off only with a reason', () => {
    const silenced = linesMatching(
      sources,
      /(oxlint|eslint)-disable|biome-ignore|@ts-(expect-error|ignore|nocheck)/,
    );
    const withoutReason = silenced.filter(
      (line) =>
        !/(oxlint|eslint)-disable.* -- \S.{9}|biome-ignore.*: \S.{9}|@ts-expect-error \S.{9}/.test(line),
    );
    expect(
      withoutReason.filter((line) => !line.startsWith('packages/tooling/src/house-rules.test.ts')),
    ).toEqual([]);
  });

  test('nothing is put off in a comment', () => {
    expect(linesMatching(written, /\b(TO[D]O|FIX[M]E|XX[X])\b/)).toEqual([]);
  });

  test('no path of one machine and no address of a package registry', () => {
    expect(linesMatching(written, /(?<![\w.}~-])\/(work|root|Users|home\/\w+)\//)).toEqual([]);
    expect(
      linesMatching(
        [...written, 'pnpm-lock.yaml'],
        /https?:\/\/[\w.-]*(registry|artifactory|nexus|verdaccio)\b/,
      ),
    ).toEqual([]);
  });

  test('no private key, not even a pretended one', () => {
    expect(linesMatching(written, /-----BEGIN [A-Z ]*PRIVATE KEY-----$/)).toEqual([]);
  });
});

function exists(place: string): boolean {
  return place.endsWith('/') ? files.some((file) => file.startsWith(place)) : files.includes(place);
}
