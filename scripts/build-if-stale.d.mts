/** SHA-256 over the paths and contents of everything a build reads, as hex. */
export function inputHash(root: string): string;
/** Whether `out/` is missing, incomplete or built from other inputs. */
export function isStale(root: string): boolean;
/** Leaves the stamp of a finished build. */
export function writeStamp(root: string, hash: string): void;
/** Builds when `out/` is stale; answers the exit code. */
export function buildIfStale(root: string, options?: { quiet?: boolean }): Promise<number>;
