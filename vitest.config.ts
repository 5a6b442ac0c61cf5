import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// No time limits of their own: a slow machine must not turn a test red.
export default defineConfig({
  test: {
    testTimeout: 0,
    hookTimeout: 0,
    // files share what they import: loading it anew for each takes longer than most of the tests
    isolate: false,
    // one more than there are processors: those that wait for a browser leave one idle
    maxWorkers: availableParallelism() + 1,
    reporters: ['default'],
    include: ['test/**/*.test.{ts,tsx}'],
  },
});
