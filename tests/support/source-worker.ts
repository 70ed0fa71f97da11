import { Worker } from 'node:worker_threads';

/** A thread of Node that runs a module of the sources. In Node 20 the loader of the parent does not reach it: it has its own. */
export function sourceWorker(module: URL): Worker {
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${module.href}'); })`;
  return new Worker(start, { eval: true });
}
