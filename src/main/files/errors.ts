import { type AppError, AppFailure } from '@shared/base/result';

/** What the operating system said, in words a person can act on. `%` stands for what Winnow was doing. */
const SENTENCES: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  ENOSPC: ['DISK_FULL', 'Winnow could not %: the disk is full. Free some space and try again.'],
  EDQUOT: ['DISK_FULL', 'Winnow could not %: your disk quota is used up. Free some space and try again.'],
  EFBIG: ['DISK_FULL', 'Winnow could not %: the file is too large for this disk.'],
  EACCES: ['NO_PERMISSION', 'Winnow could not %: it is not allowed to. Check the permissions of the folder.'],
  EPERM: ['NO_PERMISSION', 'Winnow could not %: it is not allowed to. Check the permissions of the folder.'],
  EROFS: ['NO_PERMISSION', 'Winnow could not %: the disk is read-only. Move the project to another disk.'],
  EBUSY: ['FILE_BUSY', 'Winnow could not %: another program holds the file. Close it there and try again.'],
  ETXTBSY: ['FILE_BUSY', 'Winnow could not %: another program holds the file. Close it there and try again.'],
  ENOENT: ['FILE_MISSING', 'Winnow could not %: the file or folder is gone. Was it moved or deleted?'],
  ENOTDIR: ['FILE_MISSING', 'Winnow could not %: a file stands where a folder should be.'],
  EISDIR: ['FILE_MISSING', 'Winnow could not %: a folder stands where a file should be.'],
  EIO: ['DISK_ERROR', 'Winnow could not %: the disk reported an error. Copy the project to another disk.'],
  EMFILE: [
    'TOO_MANY_FILES',
    'Winnow could not %: too many files are open. Close other programs and try again.',
  ],
  ENFILE: [
    'TOO_MANY_FILES',
    'Winnow could not %: too many files are open. Close other programs and try again.',
  ],
  ENAMETOOLONG: ['NAME_TOO_LONG', 'Winnow could not %: the path is too long. Use a shorter projects folder.'],
};

/** The `code` of an operating system error (`ENOENT`), or null when it is something else. */
export function systemCode(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code: unknown = Reflect.get(cause, 'code');
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** The error value of an operating system error, or null when `cause` is none (then it is a bug). */
export function fileError(cause: unknown, doing: string): AppError | null {
  const system = systemCode(cause);
  if (system === null) return null;
  const [code, sentence] = SENTENCES[system] ?? [
    'FILE_ERROR',
    `Winnow could not %: the operating system refused (${system}).`,
  ];
  const path: unknown = Reflect.get(cause as Error, 'path');
  return {
    code,
    message: sentence.replace('%', doing),
    details: { system, ...(typeof path === 'string' ? { path } : {}) },
  };
}

/** Runs `work`; errors of the operating system become an `AppFailure` that says what Winnow was `doing`. */
export async function during<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = fileError(cause, doing);
    throw error === null ? cause : new AppFailure(error);
  }
}

/** An `AppFailure` to throw. */
export function failure(code: string, message: string, details?: AppError['details']): AppFailure {
  return new AppFailure(details === undefined ? { code, message } : { code, message, details });
}
