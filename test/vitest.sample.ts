import { defineConfig } from 'vitest/config';
import { SkippedReporter } from './skipped-reporter.ts';

/** For skipped-reporter.test.ts: a run in which one of two tests is skipped. */
export default defineConfig({
  test: {
    include: ['test/architecture/skipped.sample.ts'],
    reporters: [new SkippedReporter()],
    pool: 'threads',
  },
});
