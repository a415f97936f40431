import { defineConfig } from 'vitest/config';

/** Unit tests need nothing; integration tests get a real PostgreSQL; stories drive a real browser against a whole portal. */
export default defineConfig({
  test: {
    // Where there are two cores, Vitest would keep one of them for itself.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['*.test.ts', 'packages/{survey,texts,contract,web,cli,embedded}/src/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
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
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
