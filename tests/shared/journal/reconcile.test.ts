import { journalText } from '@shared/journal/codec';
import { erasePayloads } from '@shared/journal/erase';
import { reconcileCopies } from '@shared/journal/reconcile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf } from './make-journal';

const rename = (name: string) => draft('project.renamed', { name });
const FOUR = journalOf(CREATED, rename('B'), rename('C'), rename('D'));
const textOf = (count: number) => journalText(FOUR.slice(0, count));

describe('which copy wins', () => {
  test('none, when both are the same', () => {
    expect(reconcileCopies(textOf(4), textOf(4))).toMatchObject({
      kind: 'equal',
      folderCurrent: true,
      localCurrent: true,
    });
  });

  test('the folder, when there is no copy on this computer', () => {
    const result = reconcileCopies(textOf(4), null);
    expect(result).toMatchObject({
      kind: 'folder',
      text: textOf(4),
      folderCurrent: true,
      localCurrent: false,
    });
  });

  test('the longer one, when the other is its beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (folder, local) => {
        const result = reconcileCopies(textOf(folder), textOf(local));
        expect(result).toMatchObject({
          kind: folder === local ? 'equal' : folder > local ? 'folder' : 'local',
          text: textOf(Math.max(folder, local)),
          folderCurrent: folder >= local,
          localCurrent: local >= folder,
        });
      }),
    );
  });

  test('a line that was never finished does not count, in neither copy', () => {
    expect(reconcileCopies(`${textOf(2)}{"seq":3,"at"`, textOf(2))).toMatchObject({
      kind: 'equal',
      text: textOf(2),
      folderCurrent: false,
      localCurrent: true,
    });
    expect(reconcileCopies(textOf(3), textOf(4).slice(0, -20))).toMatchObject({
      kind: 'equal',
      localCurrent: false,
    });
    expect(reconcileCopies(textOf(4).slice(0, -20), textOf(4))).toMatchObject({
      kind: 'local',
      text: textOf(4),
    });
  });

  test('a damaged copy on this computer is only a copy', () => {
    const damaged = textOf(3).replace('"name":"B"', '"name":"X"');
    expect(reconcileCopies(textOf(4), damaged)).toMatchObject({
      kind: 'folder',
      text: textOf(4),
      localCurrent: false,
    });
  });

  test('what was erased in one copy stays erased', () => {
    const erased = erasePayloads(FOUR.slice(0, 3), [2]);
    if (!erased.ok) throw new Error(erased.error.message);
    const result = reconcileCopies(journalText(erased.value), textOf(4));
    if (result.kind === 'diverged') throw new Error(result.error.message);
    expect(result).toMatchObject({ kind: 'local', folderCurrent: false, localCurrent: false });
    expect(result.text).not.toContain('"name":"B"');
    expect(result.text).toContain('"name":"D"');
  });
});

describe('what stops', () => {
  test('two histories that went different ways, with the sentence for the recovery screen', () => {
    const other = journalText(journalOf(CREATED, rename('B'), rename('elsewhere')));
    const result = reconcileCopies(textOf(4), other);
    expect(result).toMatchObject({
      kind: 'diverged',
      common: 2,
      folder: { entries: 4, lastAt: FOUR[3]!.at },
      local: { entries: 3 },
      error: { code: 'JOURNAL_DIVERGED' },
    });
    expect(result.kind === 'diverged' && result.error.message).toContain(
      'agree on the first 2 entries and then differ: 2 further in the folder, 1 further here',
    );
  });

  test('a damaged folder, even when the copy on this computer is whole', () => {
    const damaged = textOf(4).replace('"name":"C"', '"name":"X"');
    expect(reconcileCopies(damaged, textOf(4))).toMatchObject({
      kind: 'diverged',
      common: 2,
      error: { code: 'JOURNAL_ALTERED' },
      folder: { entries: 2, verdict: { kind: 'altered', seq: 3 } },
      local: { entries: 4, verdict: { kind: 'valid' } },
    });
    expect(reconcileCopies(damaged, null)).toMatchObject({ kind: 'diverged', local: null });
  });

  test('a damaged copy here that knows more than the folder', () => {
    const damaged = textOf(4).replace('"name":"D"', '"name":"X"');
    expect(reconcileCopies(textOf(2), damaged)).toMatchObject({
      kind: 'diverged',
      local: { entries: 3 },
      error: { code: 'JOURNAL_DIVERGED' },
    });
  });
});
