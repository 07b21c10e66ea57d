/** Reads every import below the given folders and holds them against the dependency rules. */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { dependencyRules } from './dependency-rules.ts';

export type Violation = { rule: string; from: string; to: string };
export type Cruise = { modules: string[]; edges: string[]; violations: Violation[] };

/** `folders` and everything in the answer are relative to `root`. */
export async function cruiseFolders(root: string, folders: string[]): Promise<Cruise> {
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: dependencyRules.map((rule) => ({ ...rule, severity: 'error' })) },
      // An import of a type alone is knowledge, too.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|\\.tsbuild|coverage|test-results)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  );
  if (typeof output === 'string') throw new Error(`The cruise answered with text: ${output}`);
  return summarise(output);
}

function summarise({ modules, summary }: ICruiseResult): Cruise {
  return {
    modules: modules.map(({ source }) => source),
    edges: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => `${source} → ${resolved}`),
    ),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
