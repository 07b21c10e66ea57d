import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Style sheets import each other and, by address, the fonts.
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/(?:@import\s+|url\(\s*)"([^"]+)"/g)]
        .map(([, target]) => `import '${target}';`)
        .join('\n'),
  },
  workspaces: {
    'apps/bff': { entry: ['src/main.ts', 'src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'apps/web': {
      entry: ['src/styles/styles.css', 'src/**/*.test.ts'],
      project: ['src/**/*.{ts,tsx,css}'],
    },
    'packages/tooling': {
      entry: [
        'run.mjs',
        'src/stack/stack.ts',
        'src/check/check.ts',
        'src/web-build/bundle-budget.ts',
        'src/**/*.test.ts',
      ],
      project: ['run.mjs', 'src/**/*.ts'],
    },
    'packages/*': { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    e2e: {
      entry: ['install-browser.ts', 'bench/main.ts', 'bench/references/*.tsx'],
      project: ['**/*.{ts,tsx}'],
      // The bench measures beside it where it is installed.
      ignoreBinaries: ['nginx'],
    },
  },
};

export default config;
