import { defineConfig } from 'vitest/config';

// No time limits of their own: a slow machine must not turn a test red.
export default defineConfig({
  test: {
    testTimeout: 0,
    hookTimeout: 0,
    // files share what they import: loading it anew for each takes longer than most of the tests
    isolate: false,
    // one less than the cores would leave half of a small machine idle
    maxWorkers: '100%',
    reporters: ['default'],
    include: ['test/**/*.test.{ts,tsx}'],
  },
});
