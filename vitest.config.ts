import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'verify/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.soak.test.ts', '**/node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Programs that tests start keep their compiled sources from one start to the next: a third of the time each.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/innsats-tests', import.meta.url)) },
  },
});
