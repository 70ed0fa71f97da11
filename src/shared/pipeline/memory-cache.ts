import type { StageCache } from './types';

/** A stage cache that lives as long as the process: for the command line and tests. */
export function memoryCache(): StageCache {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => kept.get(key),
    put: async (key, value) => {
      kept.set(key, value);
    },
  };
}
