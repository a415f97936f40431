import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long and stands in a short file would be begun last, and be waited for alone. */
const long = ['same-everywhere', 'first-run', 'unknown-addresses', 'correction.property', 'reading.property'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * The files of a process share what they have loaded (`isolate`), which would be half of a short file's time; what they change of it
 * they put back. Unit tests need nothing; integration tests get a real PostgreSQL; stories drive a real browser
 * against a whole portal.
 */
export default defineConfig({
  test: {
    // Where there are two cores, Vitest would keep one of them for itself.
    maxWorkers: 2,
    // Thousands of small files are read and forgotten: room for more of them means fewer collections.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // What is waited for comes when it comes: on a machine with much to do a second, Vitest's own patience, is soon over.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['*.test.ts', 'packages/{survey,texts,contract,web,cli,embedded}/src/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          isolate: false,
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts', 'e2e/first-start.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
