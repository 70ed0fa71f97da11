import { sha256Hex } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import { chainEntry, GENESIS } from '@shared/journal/chain';
import { signCheckpoint } from '@shared/journal/checkpoint';
import { journalText, parseJournal } from '@shared/journal/codec';
import type { JournalEntry } from '@shared/journal/types';
import { checksumBytes, jsonBytes, sealManifest, signManifest } from '@shared/package/manifest';
import { readerOf } from '@shared/package/read';
import type { Manifest, PackageFile, VerifyReport } from '@shared/package/types';
import { verifyPackage } from '@shared/package/verify';
import { verifyManifest, verifyManifestSignature } from '@shared/package/verify-manifest';
import { writePackage } from '@shared/package/write';
import { describe, expect, it } from 'vitest';
import { ESTATE, PEOPLE_SEEDS, people, signer, textOf } from './fixture';
import { ALL_APPROVE, governedInput } from './governed';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function written(signed = true): Promise<PackageFile[]> {
  const { files, manifestSha256 } = unwrap(writePackage(await governedInput(ESTATE)));
  return signed
    ? [...files, await signManifest(manifestSha256, await signer(PEOPLE_SEEDS.dora))]
    : [...files];
}

function replaced(files: readonly PackageFile[], path: string, bytes: Uint8Array): PackageFile[] {
  return files.map((file) => (file.path === path ? { path, bytes } : file));
}

const verify = (files: readonly PackageFile[]): Promise<VerifyReport> => verifyPackage(readerOf(files));

const faults = (report: VerifyReport): string[] =>
  report.findings
    .filter(({ ok }) => !ok)
    .map(({ check, path, sentence }) => `${check} ${path ?? '-'}: ${sentence}`);

/** One bit of one byte changed, another one from place to place. */
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed[at]! ^= 1 << (at % 8);
  return changed;
}

/** Both ends and about `most` places between, never in step with the bit that is flipped. */
function places(length: number, most: number): readonly number[] {
  const step = Math.max(1, Math.floor(length / most)) | 1;
  const all = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
  return [...new Set([...all, length - 1])];
}

/** What somebody without keys can do: change the manifest and compute seal, hashes and checksum anew. */
function restamped(
  files: readonly PackageFile[],
  change: (manifest: Omit<Manifest, 'seal'>) => Partial<Manifest> = () => ({}),
): PackageFile[] {
  const { seal: _seal, ...manifest } = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
  const listed = manifest.files.map((entry) => {
    const { bytes } = files.find((file) => file.path === entry.path)!;
    return { ...entry, bytes: bytes.length, sha256: sha256Hex(bytes) };
  });
  const changed = sealManifest({ ...manifest, files: listed, ...change(manifest) });
  const bytes = jsonBytes(changed);
  return replaced(
    replaced(files, 'manifest.json', bytes),
    'manifest.sha256',
    checksumBytes(sha256Hex(bytes)),
  ).filter((file) => file.path !== 'manifest.sig.json');
}

describe('a package as it was written', () => {
  it('holds, and every check says what it looked at', async () => {
    const report = await verify(await written());
    expect(report.ok).toBe(true);
    expect(report.findings.map(({ check, sentence }) => `${check}: ${sentence}`)).toEqual([
      'manifest: manifest.json is as it was written, and manifest.sha256 holds its hash.',
      'files: All 19 files are there and no other, each with the size and SHA-256 of the manifest.',
      'reconciliation: 11 rows read = 6 exported + 1 merged + 2 excluded + 2 rejected + 0 held, counted anew from load files, crosswalk and lists; every legacy key is unique and every link leads to an exported record.',
      'chain: 13 journal entries form an unbroken chain.',
      expect.stringMatching(
        /^checkpoint: The journal ends where its checkpoint says, signed by Dora Data \(fingerprint ([0-9A-F]{4} ?){5}\)\.$/,
      ),
      expect.stringMatching(/^signatures: The manifest is signed by Dora Data \(fingerprint /),
      'signatures: 4 ballots with the valid signature of the key each names.',
      'manifest: The manifest claims what the journal bears out: 3 of 3 checklist items approved, 0 waivers.',
    ]);
  });

  it('says so when the manifest is not signed', async () => {
    const report = await verify(await written(false));
    expect(report.ok).toBe(true);
    expect(report.findings).toContainEqual({
      check: 'signatures',
      ok: true,
      sentence: 'The manifest is not signed.',
    });
  });
});

describe('one changed byte', () => {
  it('is found in every file, and that file is named and no other', { timeout: 120_000 }, async () => {
    const files = await written();
    for (const file of files) {
      for (const at of places(file.bytes.length, 25)) {
        const report = await verify(replaced(files, file.path, flipped(file.bytes, at)));
        const named = report.findings.some(({ ok, path }) => !ok && path === file.path);
        expect(named, `${file.path} at ${at}`).toBe(true);
        const others = report.findings.filter(
          ({ ok, check, path }) => !ok && check === 'files' && path !== undefined && path !== file.path,
        );
        expect(others, `${file.path} at ${at}`).toEqual([]);
      }
    }
  });

  it('is found at every place of the files that bear witness for the others', {
    timeout: 120_000,
  }, async () => {
    const files = await written();
    const registered = await people();
    const content =
      (changed: PackageFile) =>
      async (path: string): Promise<Uint8Array | null> =>
        (path === changed.path ? changed : files.find((file) => file.path === path))?.bytes ?? null;
    for (const path of ['manifest.json', 'manifest.sha256', 'manifest.sig.json']) {
      const { bytes } = files.find((file) => file.path === path)!;
      for (let at = 0; at < bytes.length; at++) {
        const read = content({ path, bytes: flipped(bytes, at) });
        const manifest = await verifyManifest(read);
        const signature = await verifyManifestSignature(read, manifest, registered);
        const found = [...manifest.findings, signature].filter(({ ok }) => !ok);
        expect(found.length, `${path} at ${at}`).toBeGreaterThan(0);
        expect(found[0]!.path, `${path} at ${at}`).toBe(path);
      }
    }
  });

  it('in the manifest or its checksum blames that file alone', async () => {
    const files = await written(false);
    for (const [path, other] of [
      ['manifest.json', 'manifest.sha256'],
      ['manifest.sha256', 'manifest.json'],
    ] as const) {
      const { bytes } = files.find((file) => file.path === path)!;
      for (const at of [0, 5, 20, bytes.length - 1]) {
        const report = await verify(replaced(files, path, flipped(bytes, at)));
        const blamed = report.findings
          .filter(({ ok, check }) => !ok && check === 'manifest')
          .map((f) => f.path);
        expect(blamed, `${path} at ${at}`).toContain(path);
        expect(blamed, `${path} at ${at}`).not.toContain(other);
      }
    }
  });
});

describe('files that come and go', () => {
  it('a missing file, an extra file, a shorter file', async () => {
    const files = await written();
    expect(faults(await verify(files.filter((file) => file.path !== 'report.html')))).toEqual([
      'files report.html: report.html is missing.',
    ]);
    expect(faults(await verify([...files, { path: '01_Account (2).csv', bytes: utf8('x') }]))).toEqual([
      'files 01_Account (2).csv: 01_Account (2).csv does not belong to the package.',
    ]);
    const shorter = replaced(files, 'README_implementer.md', utf8('short'));
    expect(faults(await verify(shorter))).toEqual([
      expect.stringMatching(
        /^files README_implementer\.md: .* was changed: it has 5 bytes instead of [\d,]+\.$/,
      ),
    ]);
  });

  it('each of the files verification rests on', async () => {
    const files = await written();
    for (const path of [
      'manifest.json',
      'manifest.sha256',
      'audit.jsonl',
      'audit.checkpoint.json',
      'ballots.json',
    ]) {
      const report = await verify(files.filter((file) => file.path !== path));
      expect(report.ok, path).toBe(false);
      expect(
        report.findings.some((finding) => !finding.ok && finding.path === path),
        path,
      ).toBe(true);
    }
  });

  it('a file that cannot be read', async () => {
    const files = await written();
    const reader = readerOf(files);
    const report = await verifyPackage({
      ...reader,
      bytes: (path) => (path === 'crosswalk.csv' ? Promise.reject(new Error('EIO')) : reader.bytes(path)),
    });
    expect(faults(report)).toEqual([
      'files crosswalk.csv: crosswalk.csv is not readable.',
      'reconciliation -: The rows could not be counted anew, because files with rows were changed.',
    ]);
  });

  it('nothing at all', async () => {
    const report = await verify([]);
    expect(report.ok).toBe(false);
    expect(faults(report)[0]).toBe(
      'manifest manifest.json: There is no manifest.json. This is not a migration package, or not a whole one.',
    );
  });
});

describe('the journal held against its checkpoint', () => {
  const withJournal = async (change: (entries: JournalEntry[]) => readonly JournalEntry[]) => {
    const files = await written(false);
    const { entries } = parseJournal(textOf(files, 'audit.jsonl'));
    const changed = change(entries);
    return faults(
      await verify(
        restamped(replaced(files, 'audit.jsonl', utf8(journalText(changed))), () => ({
          journalCount: changed.length,
          journalHead: changed.at(-1)!.hash,
        })),
      ),
    );
  };

  /** The chain written anew from entry `from` on, with one payload changed: what needs no key. */
  const rewrite = (entries: readonly JournalEntry[], from: number, payload: unknown): JournalEntry[] => {
    const out = entries.slice(0, from);
    for (const entry of entries.slice(from)) {
      const draft = {
        kind: entry.kind,
        subject: entry.subject,
        payload: out.length === from ? payload : entry.payload,
      };
      out.push(
        chainEntry(draft as Parameters<typeof chainEntry>[0], {
          seq: entry.seq,
          at: entry.at,
          actor: { id: entry.actor, role: entry.role },
          salt: entry.salt,
          prev: out.at(-1)?.hash ?? GENESIS,
        }),
      );
    }
    return out;
  };

  it('altered', async () => {
    const found = await withJournal((entries) =>
      entries.map((entry) => (entry.seq === 3 ? { ...entry, subject: 'somebody else' } : entry)),
    );
    expect(found).toContain(
      'chain audit.jsonl: audit.jsonl was altered: entry 3 does not match its own hash.',
    );
  });

  it('truncated', async () => {
    const found = await withJournal((entries) => entries.slice(0, 8));
    expect(found).toContain(
      'checkpoint audit.jsonl: audit.jsonl was truncated: it should hold 12 entries and ends after 8.',
    );
  });

  it('rewritten', async () => {
    const found = await withJournal((entries) =>
      rewrite(entries, 0, { projectId: 'p-1', name: 'Hartmann & Söhne' }).map((entry) => entry),
    );
    expect(found).toEqual([]);
    const forged = await withJournal((entries) =>
      rewrite(entries, 4, { items: (entries[4]!.payload as { items: unknown[] }).items.slice(0, 1) }),
    );
    expect(forged).toContain(
      'checkpoint audit.jsonl: audit.jsonl was rewritten: its chain is sound, but entry 12 is not the one that was signed.',
    );
  });

  it('longer than what was signed', async () => {
    const found = await withJournal((entries) => {
      const last = entries.at(-1)!;
      const added = { kind: 'project.renamed', subject: 'project', payload: { name: 'X' } } as const;
      const entry = chainEntry(added, {
        seq: last.seq + 1,
        at: last.at,
        actor: { id: 'dora', role: 'steward' },
        salt: '0'.repeat(32),
        prev: last.hash,
      });
      return [...entries, entry];
    });
    expect(found).toContain(
      'checkpoint audit.checkpoint.json: The checkpoint covers the first 12 of 14 journal entries; the rest is not signed.',
    );
  });

  it('signed by a key that is not in the journal', async () => {
    const files = await written(false);
    const { entries } = parseJournal(textOf(files, 'audit.jsonl'));
    const stranger = await signer(99);
    const checkpoint = await signCheckpoint(entries, stranger);
    const forged = restamped(replaced(files, 'audit.checkpoint.json', jsonBytes(checkpoint)));
    const manifest = forged.find((file) => file.path === 'manifest.json')!;
    const signed = [...forged, await signManifest(sha256Hex(manifest.bytes), stranger)];
    const nobody = 'a key that belongs to nobody in the journal \\(fingerprint ([0-9A-F]{4} ?){5}\\)\\.$';
    expect(faults(await verify(signed))).toEqual([
      expect.stringMatching(`^checkpoint audit\\.checkpoint\\.json: .* signed by ${nobody}`),
      expect.stringMatching(`^signatures manifest\\.sig\\.json: The manifest is signed by ${nobody}`),
    ]);
  });

  it('a checkpoint whose signature is another', async () => {
    const files = await written(false);
    const checkpoint = JSON.parse(textOf(files, 'audit.checkpoint.json')) as { signature: string };
    const forged = { ...checkpoint, signature: '0'.repeat(128) };
    const report = await verify(restamped(replaced(files, 'audit.checkpoint.json', jsonBytes(forged))));
    expect(faults(report)).toEqual([
      expect.stringMatching(
        /^checkpoint audit\.checkpoint\.json: The journal cannot be verified at entry 12/,
      ),
    ]);
  });
});

describe('somebody who writes the manifest anew without keys', () => {
  it('cannot claim an approval that was not given, or leave an open item out', async () => {
    const input = await governedInput(ESTATE, { ...ALL_APPROVE, freeze: [] });
    const { files } = unwrap(writePackage(input));
    const gate =
      'manifest manifest.json: The package was written through a closed gate. “Is "freeze" right?” waits for signatures. 0 of 1 signed; waiting for one more committee member.';
    expect(faults(await verify(files))).toEqual([gate]);
    const claimed = restamped(files, ({ approvals }) => ({
      approvals: approvals.map((approval) => ({ ...approval, status: 'approved' })),
    }));
    expect(faults(await verify(claimed))).toEqual([
      'manifest manifest.json: The manifest says "approved" of "Is "freeze" right?"; by the journal it is "proposed".',
      gate,
    ]);
    const dropped = restamped(files, ({ approvals }) => ({ approvals: approvals.slice(0, 2) }));
    expect(faults(await verify(dropped))).toEqual([
      'manifest manifest.json: The checklist item "Is "freeze" right?" is missing in the manifest.',
    ]);
  });

  it('cannot make a rejection disappear', async () => {
    const votes = {
      ...ALL_APPROVE,
      totals: [
        { by: 'emil', decision: 'approve' },
        { by: 'fritz', decision: 'reject', reason: 'Ten accounts are missing.' },
      ],
    } as const;
    const { files } = unwrap(writePackage(await governedInput(ESTATE, votes)));
    const ballots = JSON.parse(textOf(files, 'ballots.json')) as { decision: string }[];
    const kept = jsonBytes(ballots.filter(({ decision }) => decision !== 'reject'));
    const forged = restamped(replaced(files, 'ballots.json', kept), ({ approvals }) => ({
      approvals: approvals.map((approval) => ({ ...approval, status: 'approved' })),
    }));
    expect(faults(await verify(forged))).toEqual([
      'signatures ballots.json: The ballot of Fritz Finance on totals was cast in the journal and is missing in ballots.json.',
      'manifest manifest.json: The manifest says "approved" of "Is "totals" right?"; by the journal it is "rejected".',
      expect.stringContaining('through a closed gate'),
    ]);
  });

  it('is not blamed for a ballot that was cast with a bad signature and never counted', async () => {
    const input = await governedInput(ESTATE);
    const entries = parseJournal(journalText(input.journal.slice(0, -1))).entries;
    const good = input.items[1]!.ballots[0]!;
    const bad = { ...good, decision: 'abstain', signature: 'ab'.repeat(64) } as const;
    const cast = chainEntry(
      { kind: 'ballot.cast', subject: 'totals', payload: { ballot: bad } },
      {
        seq: entries.length + 1,
        at: entries.at(-1)!.at,
        actor: { id: 'dora', role: 'steward' },
        salt: 'c'.repeat(32),
        prev: entries.at(-1)!.hash,
      },
    );
    const journal = [...entries, cast];
    const items = input.items.map((state) =>
      state.item.id === 'totals'
        ? { ...state, lapsed: [{ ballot: bad, why: 'its signature does not fit' }] }
        : state,
    );
    const checkpoint = await signCheckpoint(journal, await signer(PEOPLE_SEEDS.dora));
    const { files } = unwrap(writePackage({ ...input, journal, items, checkpoint }));
    const report = await verify(files);
    expect(faults(report)).toEqual([]);
    expect(report.findings.map(({ sentence }) => sentence)).toContain(
      '4 ballots with the valid signature of the key each names; 1 ballot whose signature was never valid for this project and that did not count.',
    );
  });

  it('cannot hide a waiver or invent one', async () => {
    const waivers = [{ subject: 'item:freeze', reason: 'Decided by telephone.', actor: 'dora' }];
    const { files } = unwrap(writePackage(await governedInput(ESTATE, undefined, { waivers })));
    expect((await verify(files)).ok).toBe(true);
    expect(faults(await verify(restamped(files, () => ({ waivers: [] }))))).toContain(
      'manifest manifest.json: The waiver on "item:freeze" was granted in the journal and is missing in the manifest.',
    );
    const other = [...waivers, { subject: 'held', reason: 'Because.', actor: 'dora' }];
    expect(faults(await verify(restamped(files, () => ({ waivers: other }))))).toContain(
      'manifest manifest.json: The manifest has a waiver on "held" that was never granted.',
    );
  });

  it('cannot change the totals the committee signed', async () => {
    const files = await written(false);
    // One exported contact is moved to the rejected ones in every file there is.
    const without = (path: string, line: string): PackageFile[] =>
      replaced(files, path, utf8(textOf(files, path).replace(line, '')));
    let forged = without('02_Contact.csv', 'erp-c:10,Ömer,crm-a:2\n');
    const edit = (path: string, from: string, to: string): void => {
      expect(textOf(forged, path)).toContain(from);
      forged = replaced(forged, path, utf8(textOf(forged, path).replace(from, to)));
    };
    edit(
      'crosswalk.csv',
      'erp-c:10,exported,Contact,erp-c:10,02_Contact.csv,erp-c',
      'erp-c:10,rejected,Contact,,,erp-c',
    );
    edit('rejected/Contact.csv', 'ERP,Kontakte,,6', 'ERP,Kontakte,,2,erp-c:10,,x,x,erp-c\r\nERP,Kontakte,,6');
    edit('reconciliation.csv', 'Contact,5,0,4,0,0,1,0', 'Contact,5,0,3,0,0,2,0');
    const found = faults(
      await verify(
        restamped(forged, (manifest) => ({
          files: manifest.files.map((entry) => {
            const { bytes } = forged.find((file) => file.path === entry.path)!;
            const rows =
              entry.path === '02_Contact.csv' ? 3 : entry.path === 'rejected/Contact.csv' ? 2 : entry.rows;
            return { ...entry, rows, bytes: bytes.length, sha256: sha256Hex(bytes) };
          }),
          ledger: manifest.ledger.map((line) =>
            line.tableId === 'erp-c' ? { ...line, exported: 3, rejected: 2 } : line,
          ),
        })),
      ),
    );
    expect(found).toEqual([
      'manifest manifest.json: The ledger shows another number of rows exported than the committee signed.',
    ]);
  });

  it('cannot sign a ballot for somebody', async () => {
    const files = await written(false);
    const forged = textOf(files, 'ballots.json').replace(
      '"decision": "approveWithCondition"',
      '"decision": "approve"',
    );
    const found = faults(await verify(restamped(replaced(files, 'ballots.json', utf8(forged)))));
    expect(found[0]).toBe(
      'signatures ballots.json: The ballot of Fritz Finance on active-account carries a signature that is not that of the key it names.',
    );
    expect(found[1]).toBe(
      'signatures ballots.json: The ballot of Fritz Finance on active-account was cast in the journal and is missing in ballots.json.',
    );
  });

  it('cannot rename the project or choose another target', async () => {
    const files = await written(false);
    const found = faults(await verify(restamped(files, () => ({ projectId: 'p-2', projectName: 'Other' }))));
    expect(found).toEqual([
      'manifest manifest.json: The manifest names another project than the journal.',
      'manifest manifest.json: The manifest names another project name than the journal.',
    ]);
  });

  it('cannot move rows without the sums, the links and the keys showing it', async () => {
    const files = await written(false);
    const forge = async (path: string, from: string, to: string): Promise<string[]> => {
      expect(textOf(files, path)).toContain(from);
      return faults(
        await verify(restamped(replaced(files, path, utf8(textOf(files, path).replace(from, to))))),
      );
    };
    expect(await forge('02_Contact.csv', 'erp-c:11,Abel', 'erp-c:14,Abel')).toEqual(
      expect.arrayContaining([
        'reconciliation 02_Contact.csv: Contact: erp-c:14 is rejected, and yet it is in a load file.',
      ]),
    );
    expect(await forge('02_Contact.csv', 'Abel,crm-a:1', 'Abel,crm-a:4')).toEqual([
      'reconciliation 02_Contact.csv: Contact: the key crm-a:4 in column "Account.Legacy_Id__c" leads to no exported record.',
    ]);
    expect(await forge('02_Contact.csv', 'erp-c:11,', 'erp-c:12,')).toEqual(
      expect.arrayContaining([
        'reconciliation 02_Contact.csv: Contact: the legacy key erp-c:12 is there twice.',
      ]),
    );
    expect(await forge('second_pass/01_Account_Parent.csv', 'crm-a:2,', 'crm-a:9,')).toEqual([
      'reconciliation second_pass/01_Account_Parent.csv: Account: the key crm-a:9 is in no load file.',
    ]);
    expect(await forge('excluded/Account.csv', 'crm-a:4', 'crm-a:1')).toEqual([
      'reconciliation crosswalk.csv: Row crm-a:1 is listed as excluded, but not so in the crosswalk.',
    ]);
    expect(await forge('reconciliation.csv', 'Account,5,0,2', 'Account,6,0,2')).toEqual([
      'reconciliation reconciliation.csv: The sums of table crm-a differ from the ledger in "read".',
    ]);
  });

  it('can remove the signature, and that is said', async () => {
    const files = await written();
    const report = await verify(files.filter((file) => file.path !== 'manifest.sig.json'));
    expect(report.ok).toBe(true);
    expect(report.findings.map(({ sentence }) => sentence)).toContain('The manifest is not signed.');
  });

  it('cannot keep a signature over another manifest', async () => {
    const files = await written();
    const signature = files.find((file) => file.path === 'manifest.sig.json')!;
    const report = await verify([
      ...restamped(files, () => ({ createdAt: '2020-01-01T00:00:00Z' })),
      signature,
    ]);
    expect(faults(report)).toEqual([
      'signatures manifest.sig.json: The signature is for another manifest than this one.',
    ]);
  });
});

describe('a manifest from outside', () => {
  it.each([
    [
      'a path that leaves the package',
      { files: [{ path: '../x', bytes: 1, sha256: '0'.repeat(64), rows: null, role: 'other' }] },
    ],
    ['an unknown version', { version: 2 }],
    ['a key nobody knows', { surprise: 1 }],
  ])('with %s is refused', async (_what, change) => {
    const files = await written(false);
    const { seal: _seal, ...manifest } = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
    const bytes = jsonBytes(sealManifest({ ...manifest, ...change } as Omit<Manifest, 'seal'>));
    const report = await verify(
      replaced(replaced(files, 'manifest.json', bytes), 'manifest.sha256', checksumBytes(sha256Hex(bytes))),
    );
    expect(report.ok).toBe(false);
    expect(report.findings[0]).toMatchObject({ check: 'manifest', ok: false, path: 'manifest.json' });
    expect(report.findings[0]!.sentence).toContain('is not as Winnow writes it');
  });
});
