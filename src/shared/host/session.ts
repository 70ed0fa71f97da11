import { pacedBy, quietTask } from '../base/progress';
import { type AppError, AppFailure, capture, fail, ok, type Result, unwrap } from '../base/result';
import type { Signer } from '../govern/identity';
import { admitStep } from '../journal/admit';
import { chainSealed, headOf } from '../journal/chain';
import { signCheckpoint, verifyJournal } from '../journal/checkpoint';
import { lineWith } from '../journal/codec';
import { applyEntries, foldJournal } from '../journal/fold';
import { type Reconciliation, reconcileCopies } from '../journal/reconcile';
import { type PayloadSealer, type SealedDraft, sealDraft, sealHere } from '../journal/seal';
import type { Actor, Checkpoint, EventDraft, JournalEntry, ProjectState } from '../journal/types';
import { redoBatch, undoBatch } from '../journal/undo';
import { verdictError } from '../journal/verdict';
import { guarded, type JournalHost } from './guarded';
import { MAX_APPEND_LENGTH, MAX_APPEND_LINES, MAX_LINE_LENGTH } from './limits';
import { type JournalCopy, LocalCopy } from './local-copy';
import type { HostApi, OpenedProject } from './types';

export type { JournalCopy } from './local-copy';

/**
 * One open project: its journal and the state folded from it. Writes are queued and acknowledged only after the host
 * has appended and fsynced; a refused write leaves everything as it was.
 */
export interface ProjectSession {
  readonly folder: string;
  readonly entries: readonly JournalEntry[];
  readonly state: ProjectState;
  /** Sentences about what was repaired on opening; empty when nothing was. */
  readonly repairs: readonly string[];
  /**
   * Writes one step: all drafts or none; they share one time and are undone together. Answers when they are on the disk
   * of the host. On an error nothing changed here; should the host have written them and only its answer been lost,
   * they are there after reopening.
   */
  commit(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>>;
  /** Takes this person's last step back. `NOTHING_TO_UNDO` when there is none. */
  undo(actor: Actor): Promise<Result<ProjectState>>;
  redo(actor: Actor): Promise<Result<ProjectState>>;
  /** Signs the journal as it stands, stores the checkpoint beside it and in it. */
  checkpoint(signer: Signer, actor: Actor): Promise<Result<Checkpoint>>;
  /** Waits for what is on its way, then releases the folder. Later writes answer `SESSION_CLOSED`. */
  close(): Promise<Result<null>>;
}

/**
 * Opens a project folder: compares the copies, repairs a torn tail, verifies chain and checkpoints, folds. Stops with
 * the folder released when the copies diverged (`JOURNAL_DIVERGED`) or the journal fails a check (`JOURNAL_…`). `seal`
 * says where payloads are checked and hashed.
 */
export function openSession(
  host: HostApi,
  folder: string,
  local: JournalCopy,
  clock: () => string,
  randomHex: (bytes: number) => string,
  seal: PayloadSealer = sealHere,
): Promise<Result<ProjectSession>> {
  return capture(async () => {
    const safe = guarded(host);
    const opened = unwrap(await safe.openProject({ folder }));
    try {
      return await begin(safe, folder, opened, local, { clock, randomHex, seal });
    } catch (cause) {
      await safe.closeProject({ folder });
      throw cause;
    }
  });
}

interface Sources {
  readonly clock: () => string;
  readonly randomHex: (bytes: number) => string;
  readonly seal: PayloadSealer;
}

async function begin(
  host: JournalHost,
  folder: string,
  opened: OpenedProject,
  local: JournalCopy,
  sources: Sources,
): Promise<ProjectSession> {
  const copy = new LocalCopy(local, opened.summary.projectId);
  const copies = reconcileCopies(opened.journal, await copy.read());
  if (copies.kind === 'diverged') throw new AppFailure(divergence(copies));
  const problem = verdictError(await verifyJournal(copies.entries, opened.checkpoint));
  if (problem) throw new AppFailure(problem);
  let bytes = opened.journalBytes;
  const folderCurrent = copies.folderCurrent && bytes === byteLength(copies.text);
  if (!folderCurrent) bytes = unwrap(await host.replaceJournal({ folder, text: copies.text })).bytes;
  if (!copies.localCurrent) await copy.replace(copies.text);
  return new Session(host, folder, copy, sources, copies.entries, bytes, repairsOf(opened, copies));
}

/** The error for the recovery screen, with what it says about each copy. */
function divergence(copies: Extract<Reconciliation, { kind: 'diverged' }>): AppError {
  const { error, folder, local, common } = copies;
  return {
    ...error,
    details: {
      ...error.details,
      common,
      folderEntries: folder.entries,
      folderVerdict: folder.verdict.kind,
      folderLastAt: folder.lastAt ?? '',
      ...(local && {
        localEntries: local.entries,
        localVerdict: local.verdict.kind,
        localLastAt: local.lastAt ?? '',
      }),
    },
  };
}

function repairsOf(opened: OpenedProject, copies: Exclude<Reconciliation, { kind: 'diverged' }>): string[] {
  const repairs: string[] = [];
  if (opened.tornTail !== null) {
    repairs.push(
      'The last line of the journal was unfinished and was set aside; it had never been acknowledged.',
    );
  }
  if (copies.kind === 'local') {
    repairs.push('The project folder was behind the copy on this computer and was brought up to date.');
  }
  return repairs;
}

class Session implements ProjectSession {
  entries: readonly JournalEntry[];
  state: ProjectState;
  #line: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly host: JournalHost,
    readonly folder: string,
    private readonly copy: LocalCopy,
    private readonly sources: Sources,
    entries: readonly JournalEntry[],
    private bytes: number,
    readonly repairs: readonly string[],
  ) {
    this.entries = entries;
    this.state = foldJournal(entries);
  }

  commit(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>> {
    return this.#inTurn(() => this.#append(drafts, actor));
  }

  undo(actor: Actor): Promise<Result<ProjectState>> {
    return this.#inTurn(() => {
      const batch = undoBatch(this.entries, actor.id);
      if (batch.length === 0) {
        return fail(
          'NOTHING_TO_UNDO',
          'There is nothing of yours left to undo. What others did is theirs to take back.',
        );
      }
      const drafts = batch.map(
        ({ seq, subject }) => ({ kind: 'entry.undone', subject, payload: { seq } }) as const,
      );
      return this.#append(drafts, actor);
    });
  }

  redo(actor: Actor): Promise<Result<ProjectState>> {
    return this.#inTurn(() => {
      const batch = redoBatch(this.entries, actor.id);
      if (batch.length === 0) return fail('NOTHING_TO_REDO', 'There is nothing to redo.');
      const drafts = batch.map(
        ({ seq, subject }) => ({ kind: 'entry.redone', subject, payload: { seq } }) as const,
      );
      return this.#append(drafts, actor);
    });
  }

  checkpoint(signer: Signer, actor: Actor): Promise<Result<Checkpoint>> {
    return this.#inTurn(async () => {
      const checkpoint = await signCheckpoint(this.entries, signer);
      const subject = `${checkpoint.count} entries`;
      const noted = await this.#append([{ kind: 'checkpoint.signed', subject, payload: checkpoint }], actor);
      if (!noted.ok) return noted;
      const saved = await this.host.saveCheckpoint({ folder: this.folder, checkpoint });
      return saved.ok ? ok(checkpoint) : saved;
    });
  }

  async close(): Promise<Result<null>> {
    this.#closed = true;
    await this.#line;
    return this.host.closeProject({ folder: this.folder });
  }

  /** One write at a time, in the order asked. */
  #inTurn<T>(step: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    if (this.#closed) {
      return Promise.resolve(
        fail('SESSION_CLOSED', 'This project was closed. Open it again and repeat the last step.'),
      );
    }
    const turn = this.#line.then(step);
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  async #append(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>> {
    if (drafts.length === 0) return ok(this.state);
    const at = this.#time();
    const sealed = await this.#seal(drafts);
    if (!sealed.ok) return sealed;
    const admitted = admitStep(sealed.value, actor, this);
    if (!admitted.ok) return admitted;
    const added = this.#chain(sealed.value, actor, at);
    const lines = added.map((entry, i) => lineWith(entry, sealed.value[i]!.text));
    const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
    const isTooLong = length > MAX_APPEND_LENGTH || lines.some((line) => line.length > MAX_LINE_LENGTH);
    if (lines.length > MAX_APPEND_LINES || isTooLong) {
      return fail('STEP_TOO_LARGE', 'This is too much for one step. Do it in several smaller ones.', {
        lines: lines.length,
        length,
      });
    }
    const { folder, host } = this;
    const acknowledged = await host.appendJournal({ folder, expectedBytes: this.bytes, lines });
    if (!acknowledged.ok) return acknowledged;
    this.bytes = acknowledged.value.bytes;
    this.state = applyEntries(this.state, added, this.entries);
    this.entries = [...this.entries, ...added];
    await this.copy.append(lines, () => this.entries);
    return ok(this.state);
  }

  /** Checks and hashes what is to be written, with rests for the thread: a step may be large, or of very many drafts. */
  async #seal(drafts: readonly EventDraft[]): Promise<Result<readonly SealedDraft[]>> {
    const { randomHex, seal } = this.sources;
    const rest = pacedBy(quietTask);
    const all: SealedDraft[] = [];
    for (const draft of drafts) {
      const sealed = await sealDraft(draft, randomHex(16), seal);
      if (!sealed.ok) return sealed;
      all.push(sealed.value);
      await rest(sealed.value.text.length);
    }
    return ok(all);
  }

  /** The time of a step: another than that of the step before, which it would merge with. */
  #time(): string {
    const now = this.sources.clock();
    return now === this.entries.at(-1)?.at ? new Date(Date.parse(now) + 1).toISOString() : now;
  }

  /** The entries of one step, with one time for all. */
  #chain(drafts: readonly SealedDraft[], actor: Actor, at: string): JournalEntry[] {
    const added: JournalEntry[] = [];
    let prev = headOf(this.entries);
    for (const draft of drafts) {
      const seq = this.entries.length + added.length + 1;
      const entry = chainSealed(draft, { seq, at, actor, prev });
      added.push(entry);
      prev = entry.hash;
    }
    return added;
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
