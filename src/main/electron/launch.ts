import { extname, resolve } from 'node:path';

/** The project file (`.winnow`) a person started Winnow with, as an absolute path; null when there is none. */
export function projectFileIn(argv: readonly string[], cwd: string): string | null {
  const file = argv.slice(1).find((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.winnow');
  return file === undefined ? null : resolve(cwd, file);
}

/** Files asked for before the window can take them; afterwards each is passed on at once. */
export class FileQueue {
  #waiting: string[] = [];
  #take: ((path: string) => void) | null = null;

  add(path: string): void {
    if (this.#take) this.#take(path);
    else this.#waiting.push(path);
  }

  /** Passes on what has waited, and everything from now on. */
  drainTo(take: (path: string) => void): void {
    this.#take = take;
    for (const path of this.#waiting.splice(0)) take(path);
  }
}
