import { signerFromSeed } from '@shared/govern/identity';
import { openSession, type ProjectSession } from '@shared/host/session';
import { signCheckpoint } from '@shared/journal/checkpoint';
import { journalText, parseJournal } from '@shared/journal/codec';
import { foldJournal } from '@shared/journal/fold';
import { type PayloadSealer, sealPayload } from '@shared/journal/seal';
import type { EventDraft, JournalEntry } from '@shared/journal/types';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { CREATED, draft, INES, journalOf, MARA } from '../journal/make-journal';
import { FakeCopy, FakeDisk, type Fault, FOLDER } from './fake-host';

const signer = await signerFromSeed(new Uint8Array(32).fill(7));
const rename = (name: string) => draft('project.renamed', { name });
const STORY = journalOf(CREATED, rename('B'), rename('C'), rename('D'));
const textOf = (count: number) => journalText(STORY.slice(0, count));

let disk: FakeDisk;
let copy: FakeCopy;
let ticks: number;

beforeEach(() => {
  disk = new FakeDisk();
  copy = new FakeCopy();
  ticks = 0;
});

/** A clock that moves a second a step, and salts that can be told apart. */
function openResult() {
  const clock = () => new Date(Date.UTC(2026, 10, 14, 12, 0, ++ticks)).toISOString();
  const hex = (bytes: number) => (++ticks).toString(16).padStart(bytes * 2, '0');
  return openSession(disk.host, FOLDER, copy, clock, hex);
}

async function open(): Promise<ProjectSession> {
  const session = await openResult();
  if (!session.ok) throw new Error(`${session.error.code}: ${session.error.message}`);
  return session.value;
}

const nameOf = (session: ProjectSession) => session.state.name;

describe('opening a project', () => {
  test('gives entries and state, and makes the copy on this computer', async () => {
    disk.journal = textOf(3);
    const session = await open();
    expect(session.entries).toEqual(STORY.slice(0, 3));
    expect(session.state).toEqual(foldJournal(STORY.slice(0, 3)));
    expect(session.repairs).toEqual([]);
    expect(copy.text).toBe(textOf(3));
  });

  test('sets a torn last line aside and says so', async () => {
    disk.journal = `${textOf(2)}{"seq":3,"at":"2026`;
    const session = await open();
    expect(nameOf(session)).toBe('B');
    expect(session.repairs).toEqual([
      'The last line of the journal was unfinished and was set aside; it had never been acknowledged.',
    ]);
    expect((await session.commit([rename('next')], MARA)).ok).toBe(true);
    expect(parseJournal(disk.journal).verdict).toMatchObject({ kind: 'valid', count: 3 });
  });

  test('brings the folder up to date from a longer copy on this computer', async () => {
    disk.journal = textOf(2);
    copy.text = textOf(4);
    const session = await open();
    expect(nameOf(session)).toBe('D');
    expect(disk.journal).toBe(textOf(4));
    expect(session.repairs).toEqual([
      'The project folder was behind the copy on this computer and was brought up to date.',
    ]);
    expect((await session.commit([rename('E')], MARA)).ok).toBe(true);
  });

  test('brings a shorter or damaged copy on this computer up to date', async () => {
    disk.journal = textOf(4);
    for (const before of [textOf(1), textOf(3).replace('"B"', '"X"'), 'nonsense\n']) {
      copy.text = before;
      await (await open()).close();
      expect(copy.text).toBe(textOf(4));
    }
  });

  test('does without a copy that cannot be read or written', async () => {
    disk.journal = textOf(2);
    copy.failing = 2;
    expect(nameOf(await open())).toBe('B');
  });

  test('stops when the copies went different ways, releases the folder and tells what each holds', async () => {
    disk.journal = textOf(4);
    copy.text = journalText(journalOf(CREATED, rename('B'), rename('elsewhere')));
    const before = disk.journal;
    expect(await openResult()).toMatchObject({
      ok: false,
      error: {
        code: 'JOURNAL_DIVERGED',
        details: {
          common: 2,
          folderEntries: 4,
          localEntries: 3,
          folderVerdict: 'valid',
          localVerdict: 'valid',
        },
      },
    });
    expect(disk.open).toBe(false);
    expect(disk.journal).toBe(before);
  });

  test.each([
    ['altered', () => textOf(4).replace('"name":"C"', '"name":"X"'), 'JOURNAL_ALTERED'],
    [
      'with a line taken out',
      () => textOf(4).split('\n').toSpliced(1, 1).join('\n'),
      'JOURNAL_ENTRIES_MISSING',
    ],
    ['of a newer version', () => textOf(1).replace('{"seq"', '{"v":2,"seq"'), 'JOURNAL_CANNOT_VERIFY'],
  ])('stops at a journal that is %s', async (_name, journal, code) => {
    disk.journal = journal();
    expect(await openResult()).toMatchObject({ ok: false, error: { code } });
    expect(disk.open).toBe(false);
  });

  test('stops when the stored checkpoint shows that the end was cut off, or that all was written anew', async () => {
    disk.checkpoint = await signCheckpoint(STORY, signer);
    disk.journal = textOf(3);
    expect(await openResult()).toMatchObject({ ok: false, error: { code: 'JOURNAL_ENTRIES_MISSING' } });
    disk.journal = journalText(journalOf(CREATED, rename('B'), rename('C'), rename('forged')));
    expect(await openResult()).toMatchObject({ ok: false, error: { code: 'JOURNAL_REWRITTEN' } });
  });

  test('mends a cut journal from the copy on this computer before it looks at the checkpoint', async () => {
    disk.checkpoint = await signCheckpoint(STORY, signer);
    disk.journal = textOf(3);
    copy.text = textOf(4);
    expect(nameOf(await open())).toBe('D');
  });

  test('hands on why the host did not open it', async () => {
    disk.faults.set(0, { kind: 'refuse' });
    expect(await openResult()).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    disk.faults.set(1, { kind: 'broken' });
    expect(await openResult()).toMatchObject({ ok: false, error: { code: 'HOST_GONE' } });
  });
});

describe('committing a step', () => {
  test('chains its entries under one time, on disk and in the copy before it answers', async () => {
    const session = await open();
    const result = await session.commit([CREATED, rename('B')], MARA);
    expect(result).toMatchObject({ ok: true, value: { projectId: 'p-northgate', name: 'B' } });
    expect(session.entries.map(({ seq, at, actor, role }) => ({ seq, at, actor, role }))).toEqual([
      { seq: 1, at: '2026-11-14T12:00:01.000Z', actor: 'mara', role: 'steward' },
      { seq: 2, at: '2026-11-14T12:00:01.000Z', actor: 'mara', role: 'steward' },
    ]);
    expect(disk.journal).toBe(journalText(session.entries));
    expect(copy.text).toBe(disk.journal);
  });

  test('refuses an entry too long for a line with words for a person, and writes nothing', async () => {
    const session = await open();
    await session.commit([CREATED], MARA);
    const before = disk.journal;
    const text = (n: number): string => 'x'.repeat(94) + String(n).padStart(6, '0');
    const users = Array.from({ length: 20_000 }, (_, i) => ({
      email: `u${i}@winnow.example`,
      name: text(i),
      aliases: [1, 2, 3, 4, 5].map((n) => text(i * 6 + n)),
      active: true,
    }));
    const result = await session.commit(
      [{ kind: 'users.listed', subject: 'users', payload: { users } }],
      MARA,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'STEP_TOO_LARGE' } });
    expect(disk.journal).toBe(before);
  });

  test('writes steps one after the other, however they are asked for', async () => {
    const session = await open();
    const names = ['B', 'C', 'D', 'E'];
    const results = await Promise.all([
      session.commit([CREATED], MARA),
      ...names.map((name, i) => session.commit([rename(name)], i % 2 === 0 ? MARA : INES)),
    ]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(results.map((result) => result.ok && result.value.name)).toEqual(['Northgate CRM move', ...names]);
    expect(parseJournal(disk.journal).verdict).toMatchObject({ kind: 'valid', count: 5 });
  });

  test('keeps the order asked for however long sealing takes elsewhere, and loses nothing to an error between', async () => {
    const delays = [30, 5, 0, 15, 1];
    const seal: PayloadSealer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 0));
      return sealPayload(request);
    };
    const clock = () => new Date(Date.UTC(2026, 10, 14, 12, 0, ++ticks)).toISOString();
    const opened = await openSession(disk.host, FOLDER, copy, clock, (bytes) => '0'.repeat(bytes * 2), seal);
    if (!opened.ok) throw new Error(opened.error.message);
    const session = opened.value;
    const results = await Promise.all([
      session.commit([CREATED, rename('B')], MARA),
      session.commit([rename('C'), rename(' ')], MARA),
      session.commit([rename('D')], INES),
      session.undo(INES),
      session.commit([rename('E')], MARA),
      session.close(),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code))).toEqual([
      'saved',
      'EVENT_INVALID',
      'saved',
      'saved',
      'saved',
      'saved',
    ]);
    expect(session.entries.map(({ kind }) => kind)).toEqual([
      'project.created',
      'project.renamed',
      'project.renamed',
      'entry.undone',
      'project.renamed',
    ]);
    expect(disk.journal).toBe(journalText(session.entries));
    expect(parseJournal(disk.journal)).toMatchObject({
      entries: session.entries,
      verdict: { kind: 'valid' },
    });
    expect(session.state).toEqual(foldJournal(session.entries));
  });

  test('lets the thread rest between the parts of a step of very many entries', async () => {
    const session = await open();
    await session.commit([CREATED], MARA);
    let rests = 0;
    const other = setInterval(() => rests++, 0);
    const saved = await session.commit(
      Array.from({ length: 3_000 }, (_, i) => rename(`name ${i}`)),
      MARA,
    );
    clearInterval(other);
    expect(saved).toMatchObject({ ok: true, value: { name: 'name 2999' } });
    expect(rests).toBeGreaterThanOrEqual(3);
  });

  test('of nothing writes nothing', async () => {
    disk.journal = textOf(2);
    const session = await open();
    const calls = disk.calls;
    expect(await session.commit([], MARA)).toEqual({ ok: true, value: session.state });
    expect(disk.calls).toBe(calls);
  });

  test('that the host refuses changes nothing and can be repeated', async () => {
    disk.journal = textOf(2);
    const session = await open();
    const { entries, state } = session;
    disk.faults.set(disk.calls, { kind: 'refuse' });
    expect(await session.commit([rename('C')], MARA)).toMatchObject({
      ok: false,
      error: { code: 'DISK_FULL' },
    });
    expect(session.entries).toBe(entries);
    expect(session.state).toBe(state);
    expect(copy.text).toBe(textOf(2));
    expect(await session.commit([rename('C')], MARA)).toMatchObject({ ok: true, value: { name: 'C' } });
  });

  test('whose answer was lost is not shown as saved, blocks the next one, and is there after reopening', async () => {
    disk.journal = textOf(2);
    const session = await open();
    disk.faults.set(disk.calls, { kind: 'lost' });
    expect((await session.commit([rename('C')], MARA)).ok).toBe(false);
    expect(nameOf(session)).toBe('B');
    expect(await session.commit([rename('D')], MARA)).toMatchObject({
      ok: false,
      error: { code: 'JOURNAL_MOVED' },
    });
    await session.close();
    expect(nameOf(await open())).toBe('C');
  });

  test('is acknowledged even when the copy on this computer cannot be kept, which is made up for later', async () => {
    disk.journal = textOf(2);
    const session = await open();
    copy.failing = 2;
    expect((await session.commit([rename('C')], MARA)).ok).toBe(true);
    expect((await session.commit([rename('D')], MARA)).ok).toBe(true);
    expect(copy.text).toBe(textOf(2));
    expect((await session.commit([rename('E')], MARA)).ok).toBe(true);
    expect(copy.text).toBe(disk.journal);
  });

  test.each<[string, EventDraft, string]>([
    ['a payload that is too long', rename('x'.repeat(501)), 'EVENT_INVALID'],
    ['a second beginning', CREATED, 'PROJECT_HAS_BEGUN'],
    ['the undoing of the beginning', draft('entry.undone', { seq: 1 }), 'CANNOT_UNDO'],
    ['the undoing of what is not there', draft('entry.undone', { seq: 99 }), 'CANNOT_UNDO'],
    [
      "a proposal in another's name",
      draft('item.proposed', {
        proposal: {
          itemId: 'mapping',
          artefactHash: 'a'.repeat(64),
          statement: '',
          counts: {},
          proposer: 'ines',
          at: '2026-11-14T09:00:00Z',
        },
      }),
      'PROPOSER_IS_ANOTHER',
    ],
  ])('refuses %s, and with it the whole step', async (_name, event, code) => {
    disk.journal = textOf(2);
    const session = await open();
    expect(await session.commit([rename('fine'), event], MARA)).toMatchObject({ ok: false, error: { code } });
    expect(disk.journal).toBe(textOf(2));
    expect(nameOf(session)).toBe('B');
  });

  test('refuses a journal that does not begin with its project, and nobody as actor', async () => {
    const session = await open();
    expect(await session.commit([rename('B')], MARA)).toMatchObject({
      ok: false,
      error: { code: 'PROJECT_NOT_BEGUN' },
    });
    expect(await session.commit([CREATED], { id: '', role: 'steward' })).toMatchObject({
      ok: false,
      error: { code: 'ACTOR_INVALID' },
    });
    expect(disk.journal).toBe('');
  });
});

describe('undo and redo', () => {
  test("take back and bring back a person's last step as a whole, as entries", async () => {
    const session = await open();
    await session.commit([CREATED], MARA);
    await session.commit([rename('B'), draft('target.set', { system: 'hubspot', loader: 'import' })], MARA);
    await session.commit([rename('C')], INES);
    expect(await session.undo(MARA)).toMatchObject({ ok: true, value: { name: 'C', target: null } });
    expect(await session.undo(INES)).toMatchObject({ ok: true, value: { name: 'Northgate CRM move' } });
    expect(await session.redo(MARA)).toMatchObject({
      ok: true,
      value: { name: 'B', target: { system: 'hubspot' } },
    });
    expect(await session.redo(MARA)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_REDO' } });
    expect(session.entries.map(({ kind }) => kind).slice(4)).toEqual([
      'entry.undone',
      'entry.undone',
      'entry.undone',
      'entry.redone',
      'entry.redone',
    ]);
    await session.close();
    expect((await open()).state).toEqual(session.state);
  });

  test('say when there is nothing to do', async () => {
    const session = await open();
    await session.commit([CREATED], MARA);
    expect(await session.undo(MARA)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_UNDO' } });
  });

  test('keep two steps of the same moment apart', async () => {
    const noon = () => '2026-11-14T12:00:00.000Z';
    const opened = await openSession(disk.host, FOLDER, copy, noon, (bytes) => '0'.repeat(bytes * 2));
    if (!opened.ok) throw new Error(opened.error.message);
    const session = opened.value;
    for (const step of [CREATED, rename('B'), rename('C')]) await session.commit([step], MARA);
    expect(await session.undo(MARA)).toMatchObject({ ok: true, value: { name: 'B' } });
  });
});

describe('a checkpoint', () => {
  test('is signed over the journal as it stands, stored beside it and noted in it', async () => {
    disk.journal = textOf(3);
    const session = await open();
    const result = await session.checkpoint(signer, MARA);
    expect(result).toMatchObject({ ok: true, value: { count: 3, head: STORY[2]!.hash } });
    expect(disk.checkpoint).toEqual(result.ok && result.value);
    expect(session.entries.at(-1)).toMatchObject({ kind: 'checkpoint.signed', payload: disk.checkpoint });
    await session.close();
    disk.journal = textOf(2);
    copy.text = null;
    expect(await openResult()).toMatchObject({ ok: false, error: { code: 'JOURNAL_ENTRIES_MISSING' } });
  });
});

describe('closing', () => {
  test('waits for what is on its way and takes nothing more', async () => {
    disk.journal = textOf(1);
    const session = await open();
    const saved = session.commit([rename('last')], MARA);
    expect(await session.close()).toEqual({ ok: true, value: null });
    expect((await saved).ok).toBe(true);
    expect(disk.open).toBe(false);
    expect(await session.commit([rename('late')], MARA)).toMatchObject({
      ok: false,
      error: { code: 'SESSION_CLOSED' },
    });
  });
});

describe('nothing acknowledged is lost', () => {
  const fault: fc.Arbitrary<Fault> = fc.oneof(
    fc.constant<Fault>({ kind: 'refuse' }),
    fc.constant<Fault>({ kind: 'lost' }),
    fc.constant<Fault>({ kind: 'broken' }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((written): Fault => ({ kind: 'crash', written })),
  );
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.integer({ min: 1, max: 4 }).map((size) => ({ kind: 'commit', size }) as const),
    },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'undo' } as const, { kind: 'redo' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'checkpoint' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'reopen' } as const) },
  );

  /** Works until the script ends or the machine dies; answers every entry that was shown as saved. */
  async function work(script: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
    let saved: readonly JournalEntry[] = [];
    let session = await openResult();
    for (const [i, item] of script.entries()) {
      if (!session.ok) {
        session = await openResult();
        if (!session.ok) continue;
      }
      const current = session.value;
      if (item.kind === 'reopen') {
        await current.close();
        session = await openResult();
      } else if (item.kind === 'checkpoint') {
        await current.checkpoint(signer, MARA);
      } else if (item.kind === 'commit') {
        const begin = current.state.projectId === '' ? [CREATED] : [];
        const names = Array.from({ length: item.size }, (_, n) => rename(`step ${i}.${n}`));
        await current.commit([...begin, ...names], MARA);
      } else {
        await current[item.kind](MARA);
      }
      if (current.entries.length > saved.length) saved = current.entries;
    }
    return saved;
  }

  test('whatever the host does at whatever call, also to the copy on this computer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 10 }),
        fc.array(fc.tuple(fc.nat(25), fault), { maxLength: 4 }),
        fc.nat(6),
        fc.boolean(),
        async (script, faults, copyFailures, copyLost) => {
          disk = new FakeDisk();
          copy = new FakeCopy();
          copy.failing = copyFailures;
          for (const [call, what] of faults) disk.faults.set(call, what);
          const saved = await work(script);

          disk.restart();
          copy.failing = 0;
          if (copyLost) copy.text = null;
          const reopened = await open();
          expect(reopened.entries.slice(0, saved.length)).toEqual(saved);
          expect(reopened.state).toEqual(foldJournal(reopened.entries));
          expect(parseJournal(disk.journal).verdict).toMatchObject({
            kind: 'valid',
            count: reopened.entries.length,
          });
          expect(copy.text).toBe(disk.journal);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('at a power cut after every single byte of an append', async () => {
    disk.journal = textOf(2);
    const line = new TextEncoder().encode(textOf(3)).length - disk.bytes.length;
    for (let bytes = 0; bytes <= line + 20; bytes++) {
      disk = new FakeDisk();
      copy = new FakeCopy();
      disk.journal = textOf(2);
      const session = await open();
      disk.faults.set(disk.calls, { kind: 'crash', written: bytes / (line + 20) });
      expect((await session.commit([rename('C')], MARA)).ok).toBe(false);
      disk.restart();
      const reopened = await open();
      expect(['B', 'C']).toContain(nameOf(reopened));
      expect(reopened.entries.slice(0, 2)).toEqual(STORY.slice(0, 2));
      expect((await reopened.commit([rename('D')], MARA)).ok).toBe(true);
    }
  });
});
