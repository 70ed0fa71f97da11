import { AppFailure, capture, fail, ok, type Result, unwrap } from '../base/result';
import type { Signer } from '../govern/identity';
import { chainEntry, headOf } from '../journal/chain';
import { signCheckpoint, verifyJournal } from '../journal/checkpoint';
import { entryLine } from '../journal/codec';
import { applyEntries, foldJournal } from '../journal/fold';
import { reconcileCopies } from '../journal/reconcile';
import { checkDraft } from '../journal/schemas';
import type { Actor, Checkpoint, EventDraft, JournalEntry, ProjectState } from '../journal/types';
import { redoBatch, undoBatch } from '../journal/undo';
import { verdictError } from '../journal/verdict';
import type { HostApi } from './types';

/** A copy of journals outside the project folder, by project id; may be lost at any time. */
export interface JournalCopy {
  read(projectId: string): Promise<string | null>;
  write(projectId: string, text: string): Promise<void>;
  /** Lines without line feeds. */
  append(projectId: string, lines: readonly string[]): Promise<void>;
}

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
  /** Writes one step: all drafts or none; they share one time and are undone together. */
  commit(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>>;
  /** Takes this person's last step back. `NOTHING_TO_UNDO` when there is none. */
  undo(actor: Actor): Promise<Result<ProjectState>>;
  redo(actor: Actor): Promise<Result<ProjectState>>;
  /** Signs the journal as it stands, stores the checkpoint beside it and in it. */
  checkpoint(signer: Signer, actor: Actor): Promise<Result<Checkpoint>>;
  /** Waits for what is on its way, then releases the folder. */
  close(): Promise<Result<null>>;
}

/** Opens a project folder: compares the copies, repairs a torn tail, verifies chain and checkpoints, folds. */
export function openSession(
  host: HostApi,
  folder: string,
  local: JournalCopy,
  clock: () => string,
  randomHex: (bytes: number) => string,
): Promise<Result<ProjectSession>> {
  return capture(async () => {
    const opened = unwrap(await host.openProject({ folder }));
    try {
      return await begin(host, folder, opened, local, clock, randomHex);
    } catch (cause) {
      await host.closeProject({ folder });
      throw cause;
    }
  });
}

type Opened = Extract<Awaited<ReturnType<HostApi['openProject']>>, { ok: true }>['value'];

async function begin(
  host: HostApi,
  folder: string,
  opened: Opened,
  local: JournalCopy,
  clock: () => string,
  randomHex: (bytes: number) => string,
): Promise<ProjectSession> {
  const { projectId } = opened.summary;
  const repairs: string[] = [];
  if (opened.tornTail !== null) {
    repairs.push(
      'The last line of the journal was unfinished and was set aside; it had never been acknowledged.',
    );
  }
  const copies = reconcileCopies(opened.journal, await local.read(projectId));
  if (copies.kind === 'diverged') throw new AppFailure(copies.error);
  const problem = verdictError(await verifyJournal(copies.entries, opened.checkpoint));
  if (problem) throw new AppFailure(problem);
  let bytes = opened.journalBytes;
  if (!copies.folderCurrent) {
    bytes = unwrap(await host.replaceJournal({ folder, text: copies.text })).bytes;
    repairs.push('The project folder was behind the copy on this computer and was brought up to date.');
  }
  if (!copies.localCurrent) await local.write(projectId, copies.text);
  return new Session(
    { host, folder, projectId, local, clock, randomHex },
    [...copies.entries],
    bytes,
    repairs,
  );
}

interface Surroundings {
  readonly host: HostApi;
  readonly folder: string;
  readonly projectId: string;
  readonly local: JournalCopy;
  readonly clock: () => string;
  readonly randomHex: (bytes: number) => string;
}

class Session implements ProjectSession {
  entries: readonly JournalEntry[];
  state: ProjectState;
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: Surroundings,
    entries: readonly JournalEntry[],
    private bytes: number,
    readonly repairs: readonly string[],
  ) {
    this.entries = entries;
    this.state = foldJournal(entries);
  }

  get folder(): string {
    return this.around.folder;
  }

  commit(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>> {
    return this.inTurn(() => this.append(drafts, actor));
  }

  undo(actor: Actor): Promise<Result<ProjectState>> {
    return this.inTurn(() => {
      const batch = undoBatch(this.entries, actor.id);
      if (batch.length === 0) {
        return fail(
          'NOTHING_TO_UNDO',
          'There is nothing of yours left to undo. What others did is theirs to take back.',
        );
      }
      return this.append(
        batch.map(({ seq, subject }) => ({ kind: 'entry.undone', subject, payload: { seq } })),
        actor,
      );
    });
  }

  redo(actor: Actor): Promise<Result<ProjectState>> {
    return this.inTurn(() => {
      const batch = redoBatch(this.entries, actor.id);
      if (batch.length === 0) return fail('NOTHING_TO_REDO', 'There is nothing to redo.');
      return this.append(
        batch.map(({ seq, subject }) => ({ kind: 'entry.redone', subject, payload: { seq } })),
        actor,
      );
    });
  }

  checkpoint(signer: Signer, actor: Actor): Promise<Result<Checkpoint>> {
    return this.inTurn(async () => {
      const checkpoint = await signCheckpoint(this.entries, signer);
      const noted = await this.append(
        [{ kind: 'checkpoint.signed', subject: `${checkpoint.count} entries`, payload: checkpoint }],
        actor,
      );
      if (!noted.ok) return noted;
      const saved = await this.around.host.saveCheckpoint({ folder: this.folder, checkpoint });
      return saved.ok ? ok(checkpoint) : saved;
    });
  }

  async close(): Promise<Result<null>> {
    await this.line;
    return this.around.host.closeProject({ folder: this.folder });
  }

  /** One write at a time, in the order asked. */
  private inTurn<T>(step: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const turn = this.line.then(step);
    this.line = turn.catch(() => undefined);
    return turn;
  }

  private async append(drafts: readonly EventDraft[], actor: Actor): Promise<Result<ProjectState>> {
    for (const draft of drafts) {
      const checked = checkDraft(draft);
      if (!checked.ok) return checked;
    }
    const { host, folder, clock, randomHex } = this.around;
    const at = clock();
    const added: JournalEntry[] = [];
    let prev = headOf(this.entries);
    for (const draft of drafts) {
      const seq = this.entries.length + added.length + 1;
      const entry = chainEntry(draft, { seq, at, actor, salt: randomHex(16), prev });
      added.push(entry);
      prev = entry.hash;
    }
    const lines = added.map(entryLine);
    const acknowledged = await host.appendJournal({ folder, expectedBytes: this.bytes, lines });
    if (!acknowledged.ok) return acknowledged;
    this.bytes = acknowledged.value.bytes;
    this.state = applyEntries(this.state, added, this.entries);
    this.entries = [...this.entries, ...added];
    await this.keepCopy(lines);
    return ok(this.state);
  }

  /**
   * The folder already has the entries, so a copy that cannot be kept (a full or lost IndexedDB) does not undo the
   * acknowledgement; the next opening brings the copy up to date.
   */
  private async keepCopy(lines: readonly string[]): Promise<void> {
    const { local, projectId } = this.around;
    await local.append(projectId, lines).catch(() => undefined);
  }
}
