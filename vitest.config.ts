import { defineConfig } from 'vitest/config';

/**
 * Tests of pure modules share one module graph: there are many small files, and no state to
 * isolate.
 */
const PURE = ['test/unit/{compiler,contacts,domain,language}/**/*.test.ts'];

// No time limits of their own: a slow machine must not turn a test red.
export default defineConfig({
  test: {
    testTimeout: 0,
    hookTimeout: 0,
    // one less than the cores would leave half of a small machine idle
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: 'all others', include: ['test/**/*.test.ts'], exclude: PURE },
      },
    ],
  },
});
