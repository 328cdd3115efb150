import { defineConfig } from 'vitest/config';

/** The long runs: `npm run soak`. Each has a small twin among the ordinary tests. */
export default defineConfig({
  test: { include: ['**/*.soak.test.ts'], testTimeout: 3_600_000, hookTimeout: 600_000, maxWorkers: 2 },
});
