import { writeFileSync } from 'node:fs';
import { compiledKernels, kernelsFile } from './compile-kernels.ts';

/** `npm run build:kernels`: compiles packages/survey/assembly, and writes what comes of it where the engine finds it. */
writeFileSync(kernelsFile, await compiledKernels());
