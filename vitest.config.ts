import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = { '@shared': resolve(root, 'src/shared'), '@resources': resolve(root, 'resources') };

/**
 * Three projects: `unit` runs in Node beside every change; `e2e` drives the built renderer in Chromium; `electron` drives
 * the built desktop app, where Electron's program is installed.
 */
export default defineConfig(({ mode }) => ({
  test: {
    env: { ELECTRON_OVERRIDE_DIST_PATH: resolve(root, 'node_modules/.no-electron') },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/accuracy/**', 'tests/bench/**'],
          setupFiles: ['tests/support/seeded-properties.ts'],
          env: { FUZZ: mode === 'fuzz' ? 'yes' : 'no' },
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'electron',
          environment: 'node',
          include: ['tests/electron/**/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
