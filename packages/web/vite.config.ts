import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Builds the signed-in app to `dist`: `index.html` for every signed-in path, hashed files under `/assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), sharedFont()],
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
