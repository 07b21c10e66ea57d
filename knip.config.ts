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
    '.': {
      entry: ['scripts/{stack,check,web-build,bundle-budget}.ts'],
      project: ['scripts/**/*.{ts,mjs}'],
    },
    'apps/bff': { entry: ['src/main.ts', 'src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'apps/web': {
      entry: ['src/styles/styles.css', 'src/**/*.test.ts'],
      project: ['src/**/*.{ts,tsx,css}'],
    },
    'packages/*': { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    e2e: {
      entry: ['install-browser.ts', 'bench/main.ts', 'bench/references/*.tsx'],
      project: ['**/*.{ts,tsx}'],
    },
  },
};

export default config;
