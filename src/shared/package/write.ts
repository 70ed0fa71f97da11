import { sha256Hex } from '../base/canonical';
import { fail, ok, type Result } from '../base/result';
import { HELD_WAIVER } from '../govern/gate';
import { headOf } from '../journal/chain';
import { entryLine } from '../journal/codec';
import { coversJournal } from './checkpoint-cover';
import { dataPackage } from './data-package';
import { LEDGER_NUMBERS, ledgerNumber } from './ledger-sums';
import { exportedKeys, exportedNames } from './load-columns';
import { loadFormat, type WrittenFile, type WrittenObject, writeObject } from './load-files';
import {
  checksumBytes,
  describeFile,
  jsonBytes,
  MANIFEST,
  MANIFEST_SHA256,
  parseManifest,
  sealManifest,
} from './manifest';
import { mappingSheets } from './mapping-sheet';
import { fileStem } from './paths';
import { implementerReadme } from './readme';
import { recipeFiles } from './recipe-files';
import { reconciliationCsv, reconciliationHtml } from './reconciliation';
import { reportHtml } from './report';
import { crosswalk, rowLists } from './row-lists';
import { inTallyOrder, PackageTally } from './tally';
import type { Manifest, PackageFile, PackageInput } from './types';

/** A package in memory, ready to be written to disk. */
export interface WrittenPackage {
  readonly files: readonly PackageFile[];
  readonly manifest: Manifest;
  /** Hash of `manifest.json`, for the journal and for `signManifest`. */
  readonly manifestSha256: string;
}

/**
 * Writes every file of a migration package; same input, same bytes. Nothing is returned before the bytes have been read
 * back by an independent parser and their sums agree with the ledger.
 *
 * @returns `LEDGER_DOES_NOT_CLOSE`, `EXCLUDED_KEY_IN_LOAD_FILE`, `KEY_NOT_UNIQUE`, `LINK_BROKEN` when the read-back
 *   disagrees; `CHECKPOINT_DOES_NOT_COVER`, `CHECKPOINT_BY_STRANGER`, `HELD_WITHOUT_WAIVER`, `FIELD_UNKNOWN`, `HEADER_TWICE`, `ROW_TOO_LARGE`,
 *   `LOADER_OBJECT`, `LOADER_COLUMNS`.
 */
export function writePackage(input: PackageInput): Result<WrittenPackage> {
  const refusal = refuse(input);
  if (refusal) return refusal;

  const keys = exportedKeys(input.objects);
  const names = exportedNames(input.objects);
  const written: WrittenObject[] = [];
  for (const object of input.objects) {
    const result = writeObject(object, input.system, input.loader, keys, names);
    if (!result.ok) return result;
    written.push(result.value);
  }
  const files = allFiles(input, written);
  const manifest = sealManifest(manifestOf(input, written, files));
  const manifestBytes = jsonBytes(manifest);
  const manifestSha256 = sha256Hex(manifestBytes);

  const readBack = check(files, manifest, manifestBytes);
  if (readBack) return readBack;
  return ok({
    files: [
      ...files.map(({ path, bytes }) => ({ path, bytes })),
      { path: MANIFEST, bytes: manifestBytes },
      { path: MANIFEST_SHA256, bytes: checksumBytes(manifestSha256) },
    ],
    manifest,
    manifestSha256,
  });
}

/** What must hold before a single byte is written. */
function refuse(input: PackageInput): ReturnType<typeof fail> | null {
  const { journal, checkpoint } = input;
  if (!coversJournal(journal, checkpoint)) {
    return fail(
      'CHECKPOINT_DOES_NOT_COVER',
      'The signed checkpoint does not cover the whole journal. Sign a new one and export again.',
      { count: checkpoint.count, entries: journal.length },
    );
  }
  if (!input.people.some(({ publicKey }) => publicKey === checkpoint.publicKey)) {
    return fail(
      'CHECKPOINT_BY_STRANGER',
      'The checkpoint is signed with a key that belongs to nobody in this project, so the package could not be verified. Join the project with this key first, then export again.',
      { publicKey: checkpoint.publicKey },
    );
  }
  const held = input.ledger.reduce((sum, line) => sum + line.held, 0);
  if (held > 0 && !input.waivers.some(({ subject }) => subject === HELD_WAIVER)) {
    return fail(
      'HELD_WITHOUT_WAIVER',
      `${held} rows are still held. Settle them, or let them through by a waiver with a reason.`,
      { held },
    );
  }
  return null;
}

function allFiles(input: PackageInput, written: readonly WrittenObject[]): readonly WrittenFile[] {
  const fileOf = new Map(written.map((object) => [object.manifest.object, object.fileOf]));
  const stems = new Map(input.objects.map(({ object }) => [object.name, fileStem(object.fileStem)]));
  const files: WrittenFile[] = [
    ...written.flatMap((object) => object.files),
    crosswalk(input.tables, fileOf),
    ...rowLists(
      input.tables,
      stems,
      input.items.map((state) => state.item),
    ),
    ...mappingSheets(input.objects, written, input.tables),
    ...recipeFiles(input.recipes),
    reconciliationCsv(input),
    reconciliationHtml(input),
    reportHtml(input, written),
    ...auditFiles(input),
  ];
  if (input.system.system === 'generic') files.push(dataPackage(input, written, files));
  return [...files, implementerReadme(input, written, files)];
}

function auditFiles(input: PackageInput): readonly WrittenFile[] {
  const lines = input.journal.map((entry) => `${entryLine(entry)}\n`).join('');
  const ballots = input.items.flatMap((state) => [
    ...state.ballots,
    ...state.lapsed.map(({ ballot }) => ballot),
  ]);
  return [
    { path: 'audit.jsonl', bytes: new TextEncoder().encode(lines), role: 'audit', rows: null },
    { path: 'audit.checkpoint.json', bytes: jsonBytes(input.checkpoint), role: 'audit', rows: null },
    { path: 'ballots.json', bytes: jsonBytes(ballots), role: 'ballots', rows: null },
  ];
}

function manifestOf(
  input: PackageInput,
  written: readonly WrittenObject[],
  files: readonly WrittenFile[],
): Omit<Manifest, 'seal'> {
  return {
    format: 'winnow-package',
    version: 1,
    projectId: input.projectId,
    projectName: input.projectName,
    system: input.system.system,
    loader: input.loader.id,
    createdAt: input.createdAt,
    journalCount: input.journal.length,
    journalHead: headOf(input.journal),
    files: files.map(describeFile),
    csv: loadFormat(input.system),
    objects: written.filter(({ rows }) => rows > 0).map(({ manifest }) => manifest),
    ledger: input.ledger,
    approvals: input.items.map(({ item, artefact, status }) => ({
      itemId: item.id,
      question: item.question,
      status,
      artefactHash: artefact.hash,
    })),
    waivers: input.waivers,
  };
}

/** Reads everything back as a stranger would. */
function check(
  files: readonly WrittenFile[],
  manifest: Manifest,
  manifestBytes: Uint8Array,
): ReturnType<typeof fail> | null {
  const parsed = parseManifest(manifestBytes);
  if (!parsed.ok) return parsed;
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const names = new Set([...bytes.keys()].map((path) => path.toLowerCase()));
  if (names.size !== files.length) {
    return fail('FILE_TWICE', 'Two objects of the target would be written to the same file name.');
  }
  const tally = new PackageTally(manifest);
  for (const file of inTallyOrder(manifest.files)) tally.add(file, bytes.get(file.path)!);
  const problems = tally.problems();
  const first = problems.find(({ code }) => code !== 'LEDGER_DOES_NOT_CLOSE') ?? problems[0];
  if (!first) return null;
  return fail(
    first.code,
    `The package was not written, because its files do not add up. ${first.sentence} Nothing was changed; please report this as a fault of Winnow.`,
    { path: first.path, problems: problems.length, ...ledgerNumbers(manifest) },
  );
}

/** `accounts.read: 120` and so on, for the log. */
function ledgerNumbers(manifest: Manifest): Readonly<Record<string, number>> {
  return Object.fromEntries(
    manifest.ledger.flatMap((line) =>
      LEDGER_NUMBERS.map((word) => [`${line.tableId}.${word}`, ledgerNumber(line, word)]),
    ),
  );
}
