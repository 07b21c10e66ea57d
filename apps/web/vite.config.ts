import { join } from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { sharedChunks } from './chunks.ts';

/** Where the development server finds the console's BFF; the built application is served by the BFF itself. */
const bff = process.env.CONSOLE_DEV_BFF ?? 'http://127.0.0.1:4000';

/**
 * The policy of the served page is `script-src 'self'; style-src 'self'; font-src 'self'`: nothing may be inlined,
 * so assets never become `data:` addresses and the module-preload polyfill (an inline script) stays out.
 */
export default defineConfig({
  plugins: [
    react(),
    tailwind(),
    // The BFF sends these beside each file, so that nothing is compressed while a browser waits. Fonts are compressed already.
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|html|svg)$/, threshold: 1024 }),
  ],
  build: {
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The bundle budget reads the manifest to find the entry and what it imports statically.
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: sharedChunks(source('main.tsx'), [
            source('app/shell/console-shell.tsx'),
            source('features/connectors/list/connector-list-page.tsx'),
          ]),
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: bff },
      '/livez': { target: bff },
      '/readyz': { target: bff },
    },
  },
});

function source(path: string): string {
  return join(import.meta.dirname, 'src', path);
}
