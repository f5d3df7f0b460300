import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** `*.dom.test.tsx` runs with a document; everything else in plain Node. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Thousands of random deals are read and checked, on slow machines too; a test that hangs still ends.
    testTimeout: 120_000,
    // All cores: the runner itself waits.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.dom.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'happy-dom', include: ['tests/**/*.dom.test.{ts,tsx}'] },
      },
    ],
  },
});
