import { join } from 'node:path';
import { build } from 'vite';
import { buildFolder } from './files.ts';

/** A script and the pieces it loads, by name. */
export type Built = ReadonlyMap<string, { readonly code: string; readonly imports: readonly string[] }>;

/** A program for Node as one script in plain JavaScript, so that what is measured is the engine and not the stripping of types. @returns its path */
export async function buildProgram(name: string): Promise<string> {
  const folder = join(buildFolder(), 'programs');
  await build({
    ...quiet,
    build: {
      ssr: join(import.meta.dirname, 'programs', `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, `${name}.mjs`);
}

/** A worker as the web client's own bundler builds it. */
export async function buildWorker(entry: string): Promise<Built> {
  const built = await build({
    ...quiet,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'baseline-widely-available',
      // A library keeps its exports; a worker has none.
      rolldownOptions: { input: { worker: entry }, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(
    outputs.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, { code: chunk.code, imports: chunk.imports }] as const] : [])),
  );
}

/** The script and what it imports before it can start; what it loads later, when it is needed, is not among them. */
export function loadedAtOnce(built: Built): readonly string[] {
  const names = new Set(['worker.js']);
  for (const name of names) for (const imported of built.get(name)?.imports ?? []) names.add(imported);
  return [...names].flatMap((name) => built.get(name)?.code ?? []);
}

const quiet = { configFile: false, root: import.meta.dirname, logLevel: 'error' } as const;
