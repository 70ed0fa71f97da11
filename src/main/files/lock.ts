import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { randomId } from './durable';
import { failure, systemCode } from './errors';

/** Name of the lock in a project folder. */
export const LOCK_FILE = 'project.lock';

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

/** Tokens held by this very process: a lock with our process number but not among these is left from before. */
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
    heldHere.add(token);
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
      if (state.verdict === 'stale') await takeAway(path, state.token);
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
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(holder));
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** What stands in the lock file; `holder` null when it cannot be read as one (yet); null when there is none. */
async function read(path: string): Promise<{ holder: Holder | null; touched: number } | null> {
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
  | { readonly verdict: 'stale'; readonly token: string | null };

async function judge(path: string, times: LockTimes): Promise<Judgement> {
  const found = await read(path);
  if (found === null) return { verdict: 'free' };
  const { holder } = found;
  if (holder !== null && holder.host === hostname()) {
    const gone = holder.pid === process.pid ? !heldHere.has(holder.token) : !isAlive(holder.pid);
    if (gone) return { verdict: 'stale', token: holder.token };
    if (heldHere.has(holder.token)) return { verdict: 'held', holder };
  }
  if (Date.now() - found.touched < times.staleMs) return { verdict: 'held', holder };
  // Old, but the process number lives (perhaps as another program) or is on another computer: watch it.
  await sleep(times.beatMs * 1.5);
  const later = await read(path);
  if (later === null) return { verdict: 'free' };
  const still = later.touched === found.touched && later.holder?.token === holder?.token;
  return still
    ? { verdict: 'stale', token: holder?.token ?? null }
    : { verdict: 'held', holder: later.holder };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return systemCode(cause) === 'EPERM';
  }
}

/** Removes a stale lock. Of several that try, one wins; a fresh lock moved by mistake is put back. */
async function takeAway(path: string, token: string | null): Promise<void> {
  const aside = `${path}.${randomId()}`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return; // somebody else was faster
    throw cause;
  }
  const moved = await read(aside);
  if ((moved?.holder?.token ?? null) !== token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
