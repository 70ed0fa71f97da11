import { CANCELLED } from '@shared/base/progress';
import type { AppError, Result } from '@shared/base/result';
import type { Signer } from '@shared/govern/identity';
import type { Person } from '@shared/govern/types';
import { openSession, type ProjectSession } from '@shared/host/session';
import type { HostApi } from '@shared/host/types';
import type { Actor, Checkpoint, EventDraft } from '@shared/journal/types';
import type { DexieJournalCopy } from '../store/journal-copy';
import type { EngineQueries } from '../workers/engine-api';
import { type EngineClient, startEngine } from '../workers/engine-client';
import { sealAside } from '../workers/seal-aside';
import { isoNow, randomHex } from './clock';
import { errorOf, fromException } from './failure';
import { ProgressMark } from './progress-mark';
import { createProjectStore, type ProjectStore } from './project-store';
import { QueryCache } from './query-cache';
import { Turns } from './turns';

/** Who works now: the actor of the next entry, and how the journal should know them. */
export interface ActingPerson {
  readonly actor: Actor;
  readonly person: Person;
}

/** One open project: its session, its engine, its store. Everything a screen does goes through here. */
export class OpenProject {
  readonly queries = new QueryCache();
  private readonly turns = new Turns();
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    readonly host: HostApi,
    readonly session: ProjectSession,
    readonly engine: EngineClient,
    readonly store: ProjectStore,
    private readonly mark: ProgressMark,
  ) {}

  /** Asks the engine; shows its progress while it works. Never rejects. */
  ask<T>(question: (engine: EngineQueries) => Promise<Result<T>>): Promise<Result<T>> {
    return this.turns.now(() => this.put(question)).catch(fromException);
  }

  /** Like `ask`, once nothing else is asked: for what may come a moment after the screen. */
  async askLast<T>(question: (engine: EngineQueries) => Promise<Result<T>>): Promise<Result<T>> {
    const answer = await this.turns.last(() => this.put(question)).catch(fromException);
    return answer ?? { ok: false, error: CANCELLED };
  }

  private put<T>(question: (engine: EngineQueries) => Promise<Result<T>>): Promise<Result<T>> {
    return this.mark.during(() => question(this.engine.queries));
  }

  /** Stops what the engine is doing; the questions behind it answer with `CANCELLED`. */
  async cancel(): Promise<void> {
    this.turns.stop();
    await this.engine.queries.cancel();
  }

  /**
   * Writes entries to the journal. Answers when they are on the disk; until then nothing on the screen changes.
   * The person is introduced to the project with their first entry.
   */
  commit(drafts: readonly EventDraft[], by: ActingPerson): Promise<AppError | null> {
    const introduction = this.introduction(by);
    const first = drafts[0]?.kind === 'project.created' ? 1 : 0;
    const all = [...drafts.slice(0, first), ...introduction, ...drafts.slice(first)];
    return this.write(() => this.session.commit(all, by.actor));
  }

  undo(by: ActingPerson): Promise<AppError | null> {
    return this.write(() => this.session.undo(by.actor));
  }

  redo(by: ActingPerson): Promise<AppError | null> {
    return this.write(() => this.session.redo(by.actor));
  }

  /** The entry that makes a person known to the project with the key they sign with; none when they are. */
  private introduction({ person }: ActingPerson): readonly EventDraft<'person.registered'>[] {
    const known = this.session.state.people.some((other) => samePerson(other, person));
    return known ? [] : [{ kind: 'person.registered', subject: person.name, payload: { person } }];
  }

  /** Signs the journal as it stands and keeps the checkpoint in the journal and beside it. */
  async checkpoint(signer: Signer, by: ActingPerson): Promise<Result<Checkpoint>> {
    let result: Result<Checkpoint> | null = null;
    const refused = await this.write(async () => {
      const introduction = this.introduction(by);
      if (introduction.length > 0) {
        const known = await this.session.commit(introduction, by.actor);
        if (!known.ok) return known;
      }
      result = await this.session.checkpoint(signer, by.actor);
      return result;
    });
    return result ?? { ok: false, error: refused ?? errorOf('no checkpoint') };
  }

  /** One write at a time, in the order asked. */
  write(step: () => Promise<Result<unknown>>): Promise<AppError | null> {
    const turn = this.line.then(async () => {
      this.store.setState({ saving: true });
      const result = await step().catch(fromException);
      if (result.ok) await this.follow();
      this.store.setState({ saving: false, saveError: result.ok ? null : result.error });
      return result.ok ? null : result.error;
    });
    this.line = turn;
    return turn;
  }

  /** Brings engine and store to the state of the session. */
  private async follow(): Promise<void> {
    const { state, entries } = this.session;
    await this.engine.advance(state, entries);
    this.store.setState((model) => ({ state, entries, version: model.version + 1 }));
  }

  async close(): Promise<void> {
    // A question on its way is not answered any more; nothing may wait for it.
    this.turns.stop();
    await this.line;
    this.engine.dispose();
    await this.session.close();
  }
}

/** Opens a project folder: journal, session, engine worker. */
export async function openProject(
  host: HostApi,
  folder: string,
  copy: DexieJournalCopy,
): Promise<Result<OpenProject>> {
  const session = await openSession(host, folder, copy, isoNow, randomHex, sealAside);
  if (!session.ok) return session;
  const { state, entries } = session.value;
  const store = createProjectStore(state, entries);
  try {
    const mark = new ProgressMark((progress) => store.setState({ progress }));
    const engine = await startEngine(host, folder, state.projectId, (progress) => mark.report(progress));
    await engine.advance(state, entries);
    return { ok: true, value: new OpenProject(folder, host, session.value, engine, store, mark) };
  } catch (cause) {
    await session.value.close();
    return fromException(cause);
  }
}

function samePerson(a: Person, b: Person): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.title === b.title &&
    a.publicKey === b.publicKey &&
    a.roles.length === b.roles.length &&
    a.roles.every((role) => b.roles.includes(role))
  );
}
