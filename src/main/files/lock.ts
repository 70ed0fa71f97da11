import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { randomId } from './durable';
import { failure, systemCode } from './errors';

/** Name of the lock in a project folder. */
export const LOCK_FILE = 'project.lock';

/** Stands beside the lock for the moment in which a stale one is removed. */
const TAKEOVER_FILE = `${LOCK_FILE}.takeover`;

/** How often a lock shows that its holder lives, and how long without that makes it suspect. Milliseconds. */
export interface LockTimes {
  readonly beatMs: number;
  readonly staleMs: number;
}

const TIMES: LockTimes = { beatMs: 4000, staleMs: 30_000 };

const holderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  token: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/**
 * Tokens of this very process, from before their file is there until after it is gone: a lock with our process number
 * but not among these is left from before.
 */
const heldHere = new Set<string>();

/**
 * The right to write to a project folder: a file that names its holder (process, computer, a token) and is touched every
 * few seconds. A lock whose process is gone is taken over at once; one that merely looks old is watched for longer than
 * a heartbeat first, so that a computer waking from sleep keeps what it holds.
 */
export class ProjectLock {
  readonly #path: string;
  readonly #token: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(path: string, token: string, times: LockTimes) {
    this.#path = path;
    this.#token = token;
    this.#beat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => undefined); // a lost lock is found by `verify`
    }, times.beatMs);
    this.#beat.unref();
  }

  /** Takes the lock of a folder. Throws `PROJECT_LOCKED`, naming the holder, when somebody else has it. */
  static async acquire(folder: string, times: LockTimes = TIMES): Promise<ProjectLock> {
    const path = join(folder, LOCK_FILE);
    for (let attempt = 0; attempt < 5; attempt++) {
      const token = randomId();
      if (await create(path, token)) return new ProjectLock(path, token, times);
      const state = await judge(path, times);
      if (state.verdict === 'held') throw locked(state.holder);
      if (state.verdict === 'stale') await takeAway(folder, state.found, times);
    }
    throw locked(null);
  }

  /** Throws `LOCK_LOST` unless the lock is still ours. Called before every write that counts. */
  async verify(): Promise<void> {
    const found = await read(this.#path);
    if (found?.holder?.token === this.#token) return;
    throw failure(
      'LOCK_LOST',
      'Another Winnow has taken over this project while this one was not answering. Close the project and open it again; everything shown as saved is saved.',
    );
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    clearInterval(this.#beat);
    const found = await read(this.#path);
    if (found?.holder?.token === this.#token) await rm(this.#path, { force: true });
    heldHere.delete(this.#token);
  }
}

function locked(holder: Holder | null) {
  const where = holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : '';
  return failure(
    'PROJECT_LOCKED',
    `This project is open in another Winnow${where}. Close it there, then open it here.`,
    holder ? { pid: holder.pid, host: holder.host } : undefined,
  );
}

async function create(path: string, token: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, host: hostname(), token, since: new Date().toISOString() };
  heldHere.add(token);
  let made = false;
  try {
    made = await writeNew(path, JSON.stringify(holder));
    return made;
  } finally {
    if (!made) heldHere.delete(token);
  }
}

/** Writes a file that was not there; false when it was. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** What stands in a lock file: `holder` is null when it cannot be read as one (yet), `touched` a time in milliseconds. */
interface Found {
  readonly holder: Holder | null;
  readonly touched: number;
}

/** What stands in the lock file; null when there is none. */
async function read(path: string): Promise<Found | null> {
  try {
    const touched = (await stat(path)).mtimeMs;
    const parsed = holderSchema.safeParse(parse(await readFile(path, 'utf8')));
    return { holder: parsed.success ? parsed.data : null, touched };
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Judgement =
  | { readonly verdict: 'free' }
  | { readonly verdict: 'held'; readonly holder: Holder | null }
  | { readonly verdict: 'stale'; readonly found: Found };

async function judge(path: string, times: LockTimes): Promise<Judgement> {
  const found = await read(path);
  if (found === null) return { verdict: 'free' };
  const { holder } = found;
  if (holder !== null && holder.host === hostname()) {
    const gone = holder.pid === process.pid ? !heldHere.has(holder.token) : !isAlive(holder.pid);
    if (gone) return { verdict: 'stale', found };
    if (heldHere.has(holder.token)) return { verdict: 'held', holder };
  }
  if (Date.now() - found.touched < times.staleMs) return { verdict: 'held', holder };
  // Old, but the process number lives (perhaps as another program) or is on another computer: watch it.
  await sleep(times.beatMs * 1.5);
  const later = await read(path);
  if (later === null) return { verdict: 'free' };
  return isSame(later, found) ? { verdict: 'stale', found } : { verdict: 'held', holder: later.holder };
}

/** Whether a lock is the one seen before, and nobody touched it since. */
function isSame(a: Found, b: Found): boolean {
  return a.touched === b.touched && a.holder?.token === b.holder?.token;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return systemCode(cause) === 'EPERM';
  }
}

/**
 * Removes a stale lock, if it still is the one found to be stale. Only who made the takeover file removes locks that are
 * not its own, so that of several that try, none removes the fresh lock of another.
 */
async function takeAway(folder: string, stale: Found, times: LockTimes): Promise<void> {
  const takeover = join(folder, TAKEOVER_FILE);
  if (!(await writeNew(takeover, ''))) {
    const other = await read(takeover);
    // Who began to take over did not live to end it.
    if (other !== null && Date.now() - other.touched > times.staleMs) await rm(takeover, { force: true });
    return;
  }
  try {
    const path = join(folder, LOCK_FILE);
    const found = await read(path);
    if (found !== null && isSame(found, stale)) await rm(path, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}
