import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Ledger } from '@shared/pipeline/types';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSamples } from '../../../scripts/samples/build';
import { play } from '../../../src/main/cli/demo/play';
import { runProgram } from '../../../src/main/cli/program';
import { verifyAt } from '../../../src/main/cli/verify';
import { folderItems, projectItems, writeZip } from '../../../src/main/files/archive-write';
import { CapturedIo } from './capture-io';

/** A thirtieth of the sample estate: some eighty companies. */
const SCALE = 1 / 30;

let folder: string;
let samplesFolder: string;
let first: Played;
let second: Played;

interface Played {
  readonly project: string;
  readonly package: string;
  readonly ledger: Ledger;
  readonly steps: readonly string[];
}

async function playInto(name: string): Promise<Played> {
  const steps: string[] = [];
  const packageFolder = join(folder, name, 'package');
  await mkdir(join(folder, name));
  const { projectFolder, ledger } = await play({
    projectsFolder: join(folder, name, 'project'),
    packageFolder,
    samplesFolder,
    version: '0.0.0',
    report: () => undefined,
    tell: (text) => steps.push(text),
  });
  return { project: projectFolder, package: packageFolder, ledger, steps };
}

/** Every file below a folder as text, by path. */
async function contents(of: string): Promise<Map<string, string>> {
  const items = await folderItems(of);
  return new Map(
    await Promise.all(
      items.map(async ({ name, path }) => [name, (await readFile(path)).toString('latin1')] as const),
    ),
  );
}

async function csv(path: string): Promise<Record<string, string>[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-demo-'));
  samplesFolder = join(folder, 'samples');
  for (const [path, bytes] of buildSamples('demo-test', SCALE)) {
    const target = join(samplesFolder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  first = await playInto('first');
  second = await playInto('second');
}, 400_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the demonstration', () => {
  it('closes the ledger over every row of every file', async () => {
    const { total, lines, closes } = first.ledger;
    expect(closes).toBe(true);
    expect(total.held).toBe(0);
    expect(total.exported).toBeGreaterThan(0);
    expect(total.read).toBe(total.exported + total.merged + total.excluded + total.rejected);
    const crm = await readFile(join(samplesFolder, 'truth', 'accounts.csv'), 'utf8');
    const accountRows = crm.split('\n').filter((line) => line.startsWith('old-crm-accounts.csv')).length;
    expect(lines.find((line) => line.tableId === 'crm-accounts')?.read).toBe(accountRows);
  });

  it('writes a package that verifies', async () => {
    const report = await verifyAt(first.package);
    expect(report.findings.filter((finding) => !finding.ok)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.findings.map((finding) => finding.check)).toEqual(
      expect.arrayContaining(['files', 'chain', 'checkpoint', 'signatures', 'reconciliation', 'manifest']),
    );
  });

  it('gives the same bytes twice, project and package', async () => {
    const [a, b] = [await contents(join(folder, 'first')), await contents(join(folder, 'second'))];
    expect([...a.keys()]).toEqual([...b.keys()]);
    for (const [path, text] of a) expect(b.get(path) === text, path).toBe(true);
    expect(second.steps).toEqual(first.steps);
  });

  it('exports nobody who asked for erasure by the address on file', async () => {
    const asked = new Set(
      (await csv(join(samplesFolder, 'erasure-requests.csv'))).map((row) =>
        row['E-mail']!.trim().toLowerCase(),
      ),
    );
    asked.delete('');
    const exported = await csv(join(first.package, '02_Contact.csv'));
    expect(exported.length).toBeGreaterThan(20);
    expect(exported.filter((row) => asked.has(row['Email']!.toLowerCase()))).toEqual([]);
    const byName = (await csv(join(samplesFolder, 'erasure-requests.csv')))
      .filter((row) => row['E-mail'] === '')
      .map((row) => row['Name']!.toLowerCase());
    const names = new Set(exported.map((row) => `${row['FirstName']} ${row['LastName']}`.toLowerCase()));
    expect(byName.filter((name) => names.has(name))).toEqual([]);
  });

  it('keeps the key and not the name of people left behind on request', async () => {
    const excluded = await csv(join(first.package, 'excluded', 'Contact.csv'));
    const erased = excluded.filter((row) => row['reason_code']!.startsWith('erasure'));
    expect(erased.length).toBeGreaterThan(0);
    expect(new Set(erased.map((row) => row['title']))).toEqual(new Set(['']));
    expect(erased.every((row) => row['record_key'] !== '')).toBe(true);
  });

  it('exports no test record and nothing insolvent without an open item or an exported child', async () => {
    const names = (await csv(join(first.package, '01_Account.csv'))).map((row) => row['Name']!);
    expect(names.filter((name) => /\b(test|asdf|mustermann)\b/i.test(name))).toEqual([]);
  });
});

describe('winnow verify', () => {
  it('finds one changed byte in any file of the package and names the file', async () => {
    for (const { name, path } of await folderItems(first.package)) {
      const bytes = await readFile(path);
      const changed = Uint8Array.from(bytes);
      const at = Math.floor(changed.length / 2);
      changed[at] = changed[at]! ^ 1;
      await writeFile(path, changed);
      const io = new CapturedIo();
      expect(await runProgram(['verify', first.package], io, ''), name).toBe(2);
      expect(
        io.stdout.split('\n').some((line) => line.startsWith('FAULT') && line.includes(name)),
        name,
      ).toBe(true);
      await writeFile(path, bytes);
    }
    expect((await verifyAt(first.package)).ok).toBe(true);
  });

  it('reads a zip as well, with or without the folder around it', async () => {
    const items = await folderItems(first.package);
    const flat = join(folder, 'flat.zip');
    await writeZip(flat, items);
    expect((await verifyAt(flat)).ok).toBe(true);
    const wrapped = join(folder, 'wrapped.zip');
    await writeZip(
      wrapped,
      items.map((item) => ({ ...item, name: `package/${item.name}` })),
    );
    expect((await verifyAt(wrapped)).ok).toBe(true);
  });

  it('finds a changed byte inside a zip', async () => {
    const zip = join(folder, 'spoiled.zip');
    await writeZip(zip, await folderItems(first.package));
    const bytes = Uint8Array.from(await readFile(zip));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = bytes[at]! ^ 1;
    await writeFile(zip, bytes);
    const io = new CapturedIo();
    expect(await runProgram(['verify', zip], io, '')).toBe(2);
    expect(io.stdout).toMatch(/^FAULT {2}files: \S+ is not readable\.$/m);
  });

  it('ends with 1 where there is no package', async () => {
    const io = new CapturedIo();
    expect(await runProgram(['verify', samplesFolder, '--json'], io, '')).toBe(1);
    expect(io.json()).toMatchObject({ command: 'verify', ok: false, error: { code: 'NOT_A_PACKAGE' } });
    const text = new CapturedIo();
    expect(await runProgram(['verify', join(samplesFolder, 'sales-contacts.csv')], text, '')).toBe(1);
    expect(text.stderr).toMatch(/^winnow verify: .*is not a folder and not a zip file/);
  });
});

describe('winnow run', () => {
  it('writes the same package again from the project folder, and from a .winnow file', async () => {
    const expected = await contents(first.package);
    // The demonstration signs its manifest; run has no key.
    expected.delete('manifest.sig.json');
    const archive = join(folder, 'northgate.winnow');
    await writeZip(archive, await projectItems(first.project));
    for (const [index, project] of [first.project, archive].entries()) {
      const out = join(folder, `again-${index}`);
      const io = new CapturedIo();
      expect(await runProgram(['run', project, '--out', out, '--json'], io, ''), io.stderr).toBe(0);
      expect(io.json()).toMatchObject({ command: 'run', ok: true, package: out, ledger: { closes: true } });
      const written = await contents(out);
      expect([...written.keys()]).toEqual([...expected.keys()]);
      for (const [path, text] of expected) expect(written.get(path) === text, path).toBe(true);
    }
  }, 200_000);

  it('leaves the project as it was', async () => {
    expect(await readdir(first.project)).toEqual(await readdir(second.project));
    const [a, b] = [await contents(first.project), await contents(second.project)];
    for (const [path, text] of a) expect(b.get(path) === text, path).toBe(true);
  });

  it('refuses a project whose source was changed', async () => {
    const copy = join(folder, 'copy');
    for (const { name, path } of await folderItems(second.project)) {
      await mkdir(dirname(join(copy, name)), { recursive: true });
      await writeFile(join(copy, name), await readFile(path));
    }
    const [source] = await readdir(join(copy, 'sources'));
    await writeFile(join(copy, 'sources', source!), 'changed');
    const io = new CapturedIo();
    expect(await runProgram(['run', copy, '--out', join(folder, 'never')], io, '')).toBe(1);
    expect(io.stderr).toContain('A source file of this project was changed');
    expect(await readdir(folder)).not.toContain('never');
  });

  it('refuses a journal that was changed', async () => {
    const copy = join(folder, 'copy-2');
    for (const { name, path } of await folderItems(second.project)) {
      await mkdir(dirname(join(copy, name)), { recursive: true });
      const text = await readFile(path);
      const spoiled = text.toString('utf8').replace('Northgate', 'Southgate');
      await writeFile(join(copy, name), name === 'journal.jsonl' ? spoiled : text);
    }
    const io = new CapturedIo();
    expect(await runProgram(['run', copy, '--out', join(folder, 'never'), '--json'], io, '')).toBe(1);
    expect(io.json()).toMatchObject({ ok: false, error: { code: 'JOURNAL_ALTERED' } });
  });

  it('does not write over anything', async () => {
    const io = new CapturedIo();
    expect(await runProgram(['run', first.project, '--out', samplesFolder, '--json'], io, '')).toBe(1);
    expect(io.json()).toMatchObject({ ok: false, error: { code: 'OUT_NOT_EMPTY' } });
  });
});
