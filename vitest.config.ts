import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/**/*.test.ts'], setupFiles: ['test/property-seed.ts'], testTimeout: 30_000, pool: 'forks' } });
