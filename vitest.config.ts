import { defineConfig } from 'vitest/config';

/** Each starts threads of its own and changes what its process has. */
const ISOLATED = ['test/local/**/*.test.ts'];

// No time limits of their own: a slow machine must not turn a test red.
export default defineConfig({
  test: {
    testTimeout: 0,
    hookTimeout: 0,
    // one less than the cores would leave half of a small machine idle
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'local cloud', include: ISOLATED } },
      {
        extends: true,
        // files share what they import: loading it anew takes longer than most of the tests
        test: {
          name: 'in one process',
          include: ['test/**/*.test.ts'],
          exclude: ISOLATED,
          isolate: false,
        },
      },
    ],
  },
});
