import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** What a run of tests came to, as `scripts/test.ts` adds it up. */
export interface TestReport {
  readonly passed: number;
  /** One entry for each test that did not pass, skipped ones too, and for each error outside any test; several lines each. */
  readonly failures: readonly string[];
}

/** Where the report is to be written: an absolute path, in the environment of Vitest. */
export const REPORT_FILE = 'TEST_REPORT_FILE';

/** Vitest's own JSON report leaves out the errors that belong to no test: a file that cannot be loaded, a promise nobody waited for. */
export default class ReportWriter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const isRight = (test: TestCase) => test.result().state === 'passed';
    const report: TestReport = {
      passed: tests.filter(isRight).length,
      failures: [
        ...tests.filter((test) => !isRight(test)).map((test) => told(`${where(test.module)} > ${test.fullName}`, test.result().errors)),
        ...modules.flatMap((module) =>
          [module, ...module.children.allSuites()]
            .filter((suite) => suite.errors().length > 0)
            .map((suite) => told(where(module), suite.errors())),
        ),
        ...outside.map((error) => told('outside any test', [error])),
      ],
    };
    const file = process.env[REPORT_FILE];
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}

const where = (module: TestModule) => relative(process.cwd(), module.moduleId);

function told(name: string, errors: readonly SerializedError[] = []): string {
  const lines = errors.flatMap((error) => (error.stack ?? error.message).split('\n').filter((line) => !line.includes('node_modules')));
  return [name, ...lines.slice(0, 12)].join('\n    ');
}
