import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Builds the signed-in app to `dist`: `index.html` for every signed-in path, hashed files under `/assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), sharedFont(), startBudget(140_000)],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    // Inlined files would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
  },
});

/** Copies the font to a fixed address, because the server's own pages use it too. */
function sharedFont(): Plugin {
  const font = createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');
  const fileName = 'fonts/source-sans-3-latin.woff2';
  return {
    name: 'shared-font',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(font) });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        response.setHeader('content-type', 'font/woff2');
        response.end(readFileSync(font));
      });
    },
  };
}

/** Fails the build when the script that every page starts with grows past the budget (bytes, gzip). */
function startBudget(limit: number): Plugin {
  return {
    name: 'start-budget',
    generateBundle(_options, bundle) {
      const counted = new Set<string>();
      const sizeWith = (fileName: string): number => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk' || counted.has(fileName)) return 0;
        counted.add(fileName);
        return gzipSync(chunk.code, { level: 9 }).length + chunk.imports.map(sizeWith).reduce((sum, size) => sum + size, 0);
      };
      const entries = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.isEntry ? [file.fileName] : []));
      const size = entries.map(sizeWith).reduce((sum, one) => sum + one, 0);
      if (size > limit) this.error(`The app starts with ${size} bytes of script (gzip); the budget is ${limit}.`);
      this.info(`The app starts with ${size} bytes of script (gzip) of ${limit}.`);
    },
  };
}
