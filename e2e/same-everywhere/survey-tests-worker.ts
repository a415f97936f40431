import { startTests } from 'vitest/internal/browser';

/** The survey's own test files, run by Vitest's own runner inside a browser's worker. Those that compare with Node itself, or are of what runs in Node alone, are named so and stay outside. */
declare global {
  interface ImportMeta {
    /** Vite's own: the files that fit, each behind a function that loads it. */
    glob(patterns: readonly string[]): Record<string, () => Promise<unknown>>;
  }
}

const files = import.meta.glob(['../../packages/survey/src/**/*.test.ts', '!../../packages/survey/src/**/*.node.test.ts']);

export interface TestsInWorker {
  readonly passed: number;
  readonly files: readonly string[];
  readonly failed: readonly string[];
}

interface Task {
  readonly type: string;
  readonly name: string;
  readonly filepath?: string;
  readonly mode: string;
  readonly tasks?: readonly Task[];
  readonly result?: { readonly state: string; readonly errors?: readonly { readonly message: string }[] };
}

type Runner = Parameters<typeof startTests>[1];
const runner = {
  config: {
    root: '/',
    setupFiles: [],
    name: 'worker',
    passWithNoTests: false,
    allowOnly: false,
    sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
    maxConcurrency: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    tags: [],
    strictTags: false,
    includeTaskLocation: false,
    snapshotOptions: { expand: false },
    expect: {},
  },
  pool: 'browser',
  importFile: (path: string) => files[path]!(),
} as unknown as Runner;

Object.assign(globalThis, {
  __vitest_worker__: { config: runner?.config, filepath: '', current: undefined, ctx: { concurrencyId: 0, workerId: 0 } },
});

addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
  const wanted = Object.keys(files).filter((path) => data.some((name) => path.endsWith(`/survey/src/${name}`)));
  startTests(wanted, runner).then(
    (done) => postMessage(summaryOf(done as unknown as readonly Task[])),
    (fault: unknown) => postMessage({ passed: 0, files: [], failed: [String(fault instanceof Error ? fault.stack : fault)] }),
  );
});

function summaryOf(done: readonly Task[]): TestsInWorker {
  const tests = done.flatMap(testsIn);
  const isRight = ({ result }: Task) => result?.state === 'pass';
  return {
    passed: tests.filter(isRight).length,
    files: done.map(({ filepath = '' }) => filepath),
    // A file that could not be loaded has no tests; one that is skipped counts as failed.
    failed: [...done.filter(({ tasks = [] }) => tasks.length === 0), ...tests.filter((test) => !isRight(test))].map(
      ({ name, result }) => `${name}: ${result?.errors?.map(({ message }) => message).join('; ') ?? 'not run'}`,
    ),
  };
}

const testsIn = (task: Task): Task[] => (task.tasks ? task.tasks.flatMap(testsIn) : [task]);
