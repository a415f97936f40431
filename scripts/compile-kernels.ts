import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const folder = join(import.meta.dirname, '../packages/survey');

/** Where the compiled kernels stand. */
export const kernelsFile = join(folder, 'src/compiled/kernels-module.ts');

const options = ['-O3', '--runtime', 'minimal', '--noAssert', '--use', 'abort=', '--enable', 'simd', '--importMemory'];

/** What that file holds when it is made of the sources there are. @throws Error with the compiler's words for a source that cannot be compiled */
export async function compiledKernels(): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await main(['index.ts', '--baseDir', join(folder, 'assembly'), '--outFile', 'kernels.wasm', ...options], {
    writeFile(name: string, contents: Uint8Array) {
      if (name === 'kernels.wasm') bytes = contents;
    },
  } as Parameters<typeof main>[1]);
  if (error || !bytes) throw new Error(`The kernels could not be compiled: ${error?.message ?? ''}\n${String(stderr)}`);
  return [
    '// Made by `npm run build:kernels` of packages/survey/assembly: not to be changed here.',
    '',
    '/** The kernels as WebAssembly, two digits for each byte: which packs better than base64. */',
    `export const kernelsModule =\n  '${Buffer.from(bytes).toString('hex')}';`,
    '',
  ].join('\n');
}
