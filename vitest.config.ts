import { defineConfig } from 'vitest/config';

// No time limits of their own: a slow machine must not turn a test red.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    reporters: ['default'],
  },
});
