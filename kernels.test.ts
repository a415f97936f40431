import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiledKernels, kernelsFile } from './scripts/compile-kernels.ts';

test('the compiled kernels are what their sources make now: npm run build:kernels compiles them anew', async () => {
  expect(readFileSync(kernelsFile, 'utf8')).toBe(await compiledKernels());
});
