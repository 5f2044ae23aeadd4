import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/**
 * Says at the end of a run which tests were not run, for want of a program or a package that this machine lacks; where
 * `CI` is set that is a failure, since there everything is to be installed (`.ci/run`). A run of chosen tests
 * (`-t`) leaves out the others on purpose, and says nothing.
 */
export class SkippedReporter implements Reporter {
  #vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const vitest = this.#vitest;
    if (vitest === null || vitest.config.testNamePattern) return;
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    if (skipped.length === 0) return;
    vitest.logger.log(`Not run: ${skipped.length} tests\n${listSkipped(skipped)}`);
    if (!process.env['CI']) return;
    vitest.logger.error('CI is set: a test that was not run is a test that failed');
    process.exitCode = 1;
  }
}

/** One line for each group of tests, which says what it lacks, with their number. */
function listSkipped(tests: readonly TestCase[]): string {
  const groups = new Map<string, number>();
  for (const test of tests) {
    const name = `${test.module.relativeModuleId}: ${test.parent.type === 'suite' ? test.parent.fullName : test.name}`;
    groups.set(name, (groups.get(name) ?? 0) + 1);
  }
  return Array.from(groups, ([name, count]) => `  ${name}${count > 1 ? ` (${count})` : ''}\n`).join('');
}
