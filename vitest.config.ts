import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SkippedReporter } from './test/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    reporters: ['default', new SkippedReporter()],
    // For what hangs: how long work takes is asked of the processor (test/cpu-time.ts), whoever else uses it.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // As many as there are processors, and not one fewer: much of the time is that of programs that a test waits for.
    maxWorkers: availableParallelism(),
  },
});
