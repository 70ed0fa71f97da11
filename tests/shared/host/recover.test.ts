import { signerFromSeed } from '@shared/govern/identity';
import { recoverProject } from '@shared/host/recover';
import { openSession } from '@shared/host/session';
import { signCheckpoint } from '@shared/journal/checkpoint';
import { journalText } from '@shared/journal/codec';
import { beforeEach, describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf } from '../journal/make-journal';
import { FakeCopy, FakeDisk, FOLDER } from './fake-host';

const signer = await signerFromSeed(new Uint8Array(32).fill(7));
const rename = (name: string) => draft('project.renamed', { name });
const FOLDER_STORY = journalOf(CREATED, rename('B'), rename('in the folder'));
const LOCAL_STORY = journalOf(CREATED, rename('B'), rename('here'), rename('and on'));

let disk: FakeDisk;
let copy: FakeCopy;

beforeEach(() => {
  disk = new FakeDisk();
  copy = new FakeCopy();
  disk.journal = journalText(FOLDER_STORY);
  copy.text = journalText(LOCAL_STORY);
});

async function nameAfterOpening(): Promise<string> {
  const session = await openSession(
    disk.host,
    FOLDER,
    copy,
    () => '',
    () => '',
  );
  if (!session.ok) throw new Error(session.error.message);
  await session.value.close();
  return session.value.state.name;
}

describe('after the copies went apart', () => {
  test('the project goes on with the folder; the copy from here is kept beside it', async () => {
    expect(await recoverProject(disk.host, FOLDER, copy, 'folder', null)).toEqual({
      ok: true,
      value: { entries: 3 },
    });
    expect(await nameAfterOpening()).toBe('in the folder');
    expect(disk.replaced).toContain(journalText(LOCAL_STORY));
    expect(copy.text).toBe(journalText(FOLDER_STORY));
  });

  test('or with the copy from here; the folder’s is kept beside it', async () => {
    expect(await recoverProject(disk.host, FOLDER, copy, 'local', null)).toEqual({
      ok: true,
      value: { entries: 4 },
    });
    expect(await nameAfterOpening()).toBe('and on');
    expect(disk.replaced).toEqual([journalText(FOLDER_STORY)]);
  });
});

describe('of a damaged journal', () => {
  test('the good entries are gone on with', async () => {
    disk.journal = journalText(FOLDER_STORY).replace('"in the folder"', '"forged"');
    copy.text = null;
    expect(await recoverProject(disk.host, FOLDER, copy, 'folder', null)).toEqual({
      ok: true,
      value: { entries: 2 },
    });
    expect(await nameAfterOpening()).toBe('B');
  });

  test('what a signed checkpoint knows of is given up only by whoever signs for it', async () => {
    disk.checkpoint = await signCheckpoint(FOLDER_STORY, signer);
    disk.journal = journalText(FOLDER_STORY).replace('"in the folder"', '"forged"');
    const before = disk.journal;
    copy.text = null;
    expect(await recoverProject(disk.host, FOLDER, copy, 'folder', null)).toMatchObject({
      ok: false,
      error: { code: 'RECOVERY_NEEDS_SIGNATURE' },
    });
    expect(disk.journal).toBe(before);
    const other = await signerFromSeed(new Uint8Array(32).fill(8));
    expect((await recoverProject(disk.host, FOLDER, copy, 'folder', other)).ok).toBe(true);
    expect(disk.checkpoint).toMatchObject({ count: 2, publicKey: other.publicKey });
    expect(await nameAfterOpening()).toBe('B');
  });

  test('nothing is done with a copy that holds nothing', async () => {
    copy.text = 'nonsense\n';
    expect(await recoverProject(disk.host, FOLDER, copy, 'local', signer)).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_RECOVER' },
    });
    expect(disk.journal).toBe(journalText(FOLDER_STORY));
    expect(disk.open).toBe(false);
  });
});
