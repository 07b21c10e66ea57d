/**
 * Who may import whom. Patterns, not lists: a new noun, feature or package is covered from its first file on.
 * Each rule has an import in dependency-rules.test.ts that it must refuse.
 */
type Place = { path?: string | string[]; pathNot?: string | string[] };
type DependencyRule = { name: string; comment: string; from: Place; to: Place & { circular?: true } };

const web = '^apps/web/src/';
const bff = '^apps/bff/src/';
const building = '(?:scope-picker|cloud-setup)';
const notASlice = '(?:adapters|http|ports|test-bench)';
/** A folder of a noun; its name is what `$1` stands for on the other side of a rule. */
const slice = `${bff}(?!${notASlice}/)([^/]+)/`;
const storage = '[^/]*\\b(?:store|tables)\\.ts$';
/** Tests and what only they use: a bench, stand-ins (fake-…), property generators (any-…), …-under-test. */
const test = '(\\.test\\.tsx?$|/test-bench/|/(any|fake)-[^/]+\\.ts$|-under-test\\.ts$)';
const testTools = 'node_modules/(vitest|fast-check)/';
const node =
  '^(node:|fs|path|crypto|events|stream|util|timers|url|net|http|https|zlib|os|tls|dns|child_process)';

export const dependencyRules: DependencyRule[] = [
  {
    name: 'no-cycles',
    comment: 'Two modules that import each other are one module in two files.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'apps-are-leaves',
    comment: 'Packages are imported by apps; a package that knows an app is no package.',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'journeys-stay-outside',
    comment: 'They start the programs and use them from outside, as a person does.',
    from: { path: '^e2e/' },
    to: { path: '^apps/[^/]+/src/' },
  },
  {
    name: 'contracts-know-only-zod',
    comment: 'A contract is what two sides agree on; whatever it imported, both sides would have to carry.',
    from: { path: '^packages/([^/]+-contract)/src/', pathNot: test },
    to: { pathNot: ['^packages/$1/', 'node_modules/zod/'] },
  },
  {
    name: 'simulator-knows-only-the-vendor',
    comment: 'It is the vendor, pretended: what it knew of the console, the real one would not know.',
    from: { path: '^packages/gateway-simulator/', pathNot: test },
    to: { path: '^(apps|packages|e2e)/', pathNot: '^packages/gateway-(simulator|contract)/' },
  },
  {
    name: 'simulator-is-no-part-of-the-product',
    comment: 'Only tests and journeys import it; in the demo it is another process.',
    from: { path: '^(apps|packages)/', pathNot: [test, '^packages/gateway-simulator/'] },
    to: { path: '^packages/gateway-simulator/' },
  },
  {
    name: 'web-and-bff-meet-only-in-contract',
    comment: 'The browser knows what the console says, never how it knows it or what the vendor said.',
    from: { path: web },
    to: { path: '^(apps/bff|packages/(gateway-contract|gateway-simulator))/' },
  },
  {
    name: 'bff-knows-no-screen',
    comment: 'The same rule in the other direction.',
    from: { path: '^apps/bff/' },
    to: { path: '^apps/web/' },
  },
  {
    name: 'features-are-islands',
    comment:
      'What two features share goes to shared/ or ui/, or is a feature that knows no other (the scope picker, the documents that set a cloud up); what one shows of another is composed in app/.',
    from: { path: `${web}features/([^/]+)/` },
    to: { path: `${web}features/`, pathNot: [`${web}features/$1/`, `${web}features/${building}/`] },
  },
  {
    name: 'building-features-know-no-feature',
    comment: 'The scope picker and the documents that set a cloud up are used by features.',
    from: { path: `${web}features/(${building})/` },
    to: { path: `${web}features/`, pathNot: `${web}features/$1/` },
  },
  {
    name: 'shared-knows-no-feature',
    comment: 'Direction: app → features → shared → ui.',
    from: { path: `${web}(shared|ui)/` },
    to: { path: `${web}(app|features)/` },
  },
  {
    name: 'features-know-no-app',
    comment:
      'The app composes the features; typed addresses (paths.ts) are the one thing they may ask it for.',
    from: { path: `${web}features/` },
    to: { path: `${web}(app/|main\\.tsx$)`, pathNot: `${web}app/paths\\.ts$` },
  },
  {
    name: 'ui-is-dumb',
    comment: 'Looks only: no router, no queries, no contract, so that it can be drawn anywhere.',
    from: { path: `${web}ui/` },
    to: {
      path: [
        `${web}(shared|app|features)/`,
        '^packages/',
        'node_modules/(react-router|@tanstack/react-query|zod)/',
      ],
    },
  },
  {
    name: 'picker-is-dumb',
    comment: 'The scope picker draws units and rules that it is given, as a part of ui/ would.',
    from: { path: `${web}features/scope-picker/` },
    to: {
      path: [`${web}(shared|app)/`, '^packages/', 'node_modules/(react-router|@tanstack/react-query|zod)/'],
    },
  },
  {
    name: 'only-main-wires-adapters',
    comment: 'Adapters are chosen in one place; everything else asks for a port.',
    from: { path: bff, pathNot: [`${bff}(main\\.ts$|adapters/)`, test] },
    to: { path: `${bff}adapters/` },
  },
  {
    name: 'adapters-know-no-rules',
    comment:
      'An adapter speaks to the outside world in the words of the ports. Tables are the words of the database.',
    from: { path: `${bff}adapters/`, pathNot: test },
    to: { path: `${bff}[^/]+/`, pathNot: [`${bff}(adapters|ports)/`, `${bff}[^/]+/tables\\.ts$`] },
  },
  {
    name: 'vendor-words-stay-in-the-gateway-adapter',
    comment: 'Past this border there are our words only.',
    from: { path: bff, pathNot: [`${bff}adapters/gateway/`, test] },
    to: { path: '^packages/gateway-contract/' },
  },
  {
    name: 'services-know-no-http',
    comment: 'A rule of the product must not depend on how it was asked for. Only routes do.',
    from: { path: slice, pathNot: ['/routes\\.ts$', test] },
    to: { path: ['node_modules/(@types/)?express', `${bff}http/`, `${bff}[^/]+/routes\\.ts$`] },
  },
  {
    name: 'slices-meet-only-in-ports',
    comment: 'A slice uses what is its own; what it needs of another comes in through a port.',
    from: { path: slice, pathNot: [`/${storage}`, test] },
    to: { path: `${bff}[^/]+/`, pathNot: [`${bff}$1/`, `${bff}${notASlice}/`] },
  },
  {
    name: 'stores-meet-only-in-tables',
    comment: 'A row may refer to another noun’s row, and be read together with it; its rules stay next door.',
    from: { path: `${slice}${storage}` },
    to: { path: `${bff}[^/]+/`, pathNot: [`${bff}$1/`, `${bff}${notASlice}/`, `${bff}[^/]+/tables\\.ts$`] },
  },
  {
    name: 'routes-know-no-sql',
    comment: 'Parse, call, present: a route reaches the database through its service.',
    from: { path: `${bff}[^/]+/routes\\.ts$` },
    to: { path: [`${bff}[^/]+/${storage}`, 'node_modules/(drizzle-orm|pg)/'] },
  },
  {
    name: 'services-know-no-sql',
    comment: 'A service says what must be true; its store says it to the database.',
    from: { path: `${bff}[^/]+/service\\.ts$` },
    to: { path: 'node_modules/(@types/)?(drizzle-orm|pg)/' },
  },
  {
    name: 'composition-is-on-top',
    comment:
      'What wires, starts and configures the slices knows them; none of them knows it. Keys are values.',
    from: { path: `${bff}[^/]+/`, pathNot: test },
    to: { path: `${bff}(?!key-encryption-keys)[^/]+\\.ts$` },
  },
  {
    name: 'ports-are-pure',
    comment: 'A port is said in our words and shapes alone, or it is no border.',
    from: { path: `${bff}ports/`, pathNot: test },
    to: { pathNot: ['^packages/console-contract/', `${bff}ports/`, 'node_modules/zod/', node] },
  },
  {
    name: 'nothing-imports-a-test',
    comment: 'Test code is never part of what runs.',
    from: { path: '^(apps|packages)/', pathNot: test },
    to: { path: [test, testTools] },
  },
  {
    name: 'nothing-imports-a-program',
    comment: 'main.ts and main.tsx start things when they are loaded.',
    from: {},
    to: { path: '/src/main\\.tsx?$' },
  },
];
