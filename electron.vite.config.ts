import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { inputHash, writeStamp } from './scripts/build-if-stale.mjs';

const root = import.meta.dirname;
const alias = { '@shared': resolve(root, 'src/shared'), '@resources': resolve(root, 'resources') };

/** Leaves the stamp by which the launchers know a build of the same inputs again; the renderer is built last. */
function stamp(): Plugin {
  const hash = inputHash(root);
  return { name: 'winnow-stamp', apply: 'build', closeBundle: () => writeStamp(root, hash) };
}

/** Builds three bundles into `out/`: the Node side (Electron main, browser host, CLI), the preload, the renderer. */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: {
          index: resolve(root, 'src/main/electron/index.ts'),
          web: resolve(root, 'src/main/web/index.ts'),
          cli: resolve(root, 'src/main/cli/index.ts'),
          'read-worker': resolve(root, 'src/main/cli/read-worker.ts'),
          'match-worker': resolve(root, 'src/main/cli/match-worker.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src/main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    base: './',
    plugins: [react(), stamp()],
    worker: { format: 'es' },
    resolve: { alias },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
});
