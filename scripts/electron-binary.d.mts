type Env = Readonly<Record<string, string | undefined>>;

/** Path of Electron's program, or null when it is not there. Looks at files only. */
export function findElectron(root: string, env?: Env): string | null;
/** Why Electron's window cannot be used here even with its program, or null. */
export function cannotShow(platform: NodeJS.Platform, env: Env, isRoot: boolean): string | null;
/** Address of the program for a system. */
export function downloadAddress(version: string, platform: string, arch: string, env: Env): string;
/** Whether the installer has the file from an earlier download. */
export function isCached(fileName: string, cacheRoot: string): boolean;
/** Why the address cannot be had, or null; knows within `ms`. */
export function outOfReach(address: string, ms?: number): Promise<string | null>;
/** Fetches Electron's program where it can be reached; null when it is there now, else why not. */
export function fetchElectron(root: string, env?: Env, say?: (text: string) => void): Promise<string | null>;
