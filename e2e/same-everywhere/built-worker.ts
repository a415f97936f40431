import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Chunks of a worker, by file name. */
export type Bundle = ReadonlyMap<string, string>;

/** A worker as the portal's own bundler builds it, once for all that ask for it. */
export function buildWorker(name: string): Promise<Bundle> {
  let bundle = built.get(name);
  if (!bundle) built.set(name, (bundle = bundleOf(name)));
  return bundle;
}
const built = new Map<string, Promise<Bundle>>();

async function bundleOf(name: string): Promise<Bundle> {
  const made = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { 'fast-check': fileURLToPath(import.meta.resolve('./fewer-cases.ts')) } },
    build: {
      write: false,
      minify: false,
      target: 'baseline-widely-available',
      lib: { entry: join(import.meta.dirname, name), formats: ['es'], fileName: name.replace(/\.ts$/, '') },
    },
  });
  const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.flatMap((chunk) => (chunk.type === 'chunk' ? [[`/${chunk.fileName}`, chunk.code] as const] : [])));
}

/**
 * A site with nothing but an empty page and the worker, under the portal's own strict policy.
 * @param mayCompile whether the worker may run the engine's kernels, as in the portal
 */
export async function serveWorker(bundle: Bundle, mayCompile = true): Promise<{ address: string; asked: string[]; stop: () => void }> {
  const asked: string[] = [];
  const server: Server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const code = bundle.get(url);
    const scripts = code !== undefined && mayCompile ? "'self' 'wasm-unsafe-eval'" : "'self'";
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${scripts}; worker-src 'self'`);
    response.setHeader('content-type', code === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8');
    response.end(code ?? '<!doctype html><html lang="sv"><title>Arbetare</title><link rel="icon" href="data:,"></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { address: `http://127.0.0.1:${port}`, asked, stop: () => void server.close() };
}
