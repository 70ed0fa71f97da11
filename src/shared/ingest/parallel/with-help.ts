import { ThreadFailed } from './thread-failed';
import type { ReadHelp, ReadThread } from './types';

/** Starts a thread for one reading; null where none is worth it or can be had. Whoever starts it closes it. */
export type ThreadStart = () => ReadThread | null;

export const noThread: ThreadStart = () => null;

/** Reads a file of so many bytes with a thread where that pays, and once more without where the thread comes to nothing. */
export async function withHelp<T>(
  help: ReadHelp | null,
  size: number,
  read: (start: ThreadStart) => Promise<T>,
): Promise<T> {
  if (!help || size < help.worthFrom) return read(noThread);
  try {
    return await read(() => started(help));
  } catch (cause) {
    if (!(cause instanceof ThreadFailed)) throw cause;
    return read(noThread);
  }
}

function started(help: ReadHelp): ReadThread | null {
  try {
    return help.start();
  } catch {
    return null;
  }
}
