import { DISPOSITION_WORDS, type DispositionWord } from './disposition-words';
import { LEDGER_NUMBERS, ledgerNumber, rowsOf } from './ledger-sums';
import { kept, readColumns } from './read-columns';
import type { LedgerLine, Manifest, ManifestFile, ManifestObject, ManifestReference } from './types';

/** What does not fit, with the file it was found in. */
export interface TallyProblem {
  readonly code: 'LEDGER_DOES_NOT_CLOSE' | 'EXCLUDED_KEY_IN_LOAD_FILE' | 'KEY_NOT_UNIQUE' | 'LINK_BROKEN';
  readonly sentence: string;
  readonly path: string;
}

/** The part of a manifest the files are counted against. */
export type TallyClaims = Pick<Manifest, 'files' | 'csv' | 'objects' | 'ledger'>;

type Counts = Record<DispositionWord, number>;

/** Problems of one kind that are reported; more would say the same. */
const MAX_PROBLEMS = 20;

const ROLE_ORDER: readonly ManifestFile['role'][] = ['load', 'secondPass', 'crosswalk'];

/** Files in the order a tally needs: load files, second pass, crosswalk, the rest. */
export function inTallyOrder(files: readonly ManifestFile[]): readonly ManifestFile[] {
  const place = ({ role }: ManifestFile): number => {
    const at = ROLE_ORDER.indexOf(role);
    return at < 0 ? ROLE_ORDER.length : at;
  };
  return files.slice().sort((a, b) => place(a) - place(b));
}

/** Keys one file names: of parents, or (second pass) of the records themselves. */
interface UsedKeys {
  readonly path: string;
  /** Null for the keys of the records themselves. */
  readonly reference: ManifestReference | null;
  readonly keys: Set<string>;
}

interface ObjectTally {
  readonly claim: ManifestObject;
  /** Place of the load file in `claim.files` by legacy key, twice it; plus 1 once an exported row claims the key. */
  readonly keys: Map<string, number>;
  readonly used: UsedKeys[];
}

/**
 * Counts a package from its bytes alone: load files, crosswalk and the lists of rows left behind, read by a strict
 * parser that shares nothing with the writer. Used by the writer on what it has just written, and by `winnow verify`.
 * Feed the files in `inTallyOrder`, then ask for `problems`. Memory: a few set entries per row.
 */
export class PackageTally {
  private readonly found: TallyProblem[] = [];
  private readonly objects = new Map<string, ObjectTally>();
  private readonly crosswalk = new Map<string, Counts>();
  private readonly lists = new Map<string, Counts>();
  /** Disposition of every row of the crosswalk, by record key. */
  private readonly rows = new Map<string, DispositionWord>();
  /** List each row left behind stands in. */
  private readonly listed = new Map<string, DispositionWord>();
  private crosswalkPath = 'crosswalk.csv';

  constructor(private readonly claims: TallyClaims) {
    for (const claim of claims.objects) {
      this.objects.set(claim.object, { claim, keys: new Map(), used: [] });
    }
  }

  /** Takes one file in; files that are no tables of rows are ignored. */
  add(file: ManifestFile, bytes: Uint8Array): void {
    if (file.role === 'load' || file.role === 'secondPass') this.addLoad(file, bytes);
    else if (file.role === 'crosswalk') this.addCrosswalk(file, bytes);
    else if (file.role === 'excluded' || file.role === 'rejected' || file.role === 'held') {
      this.addList(file, file.role, bytes);
    } else if (file.role === 'reconciliation' && file.path.endsWith('.csv'))
      this.addReconciliation(file, bytes);
    else if (file.rows !== null) this.read(file, bytes, true, [], () => undefined);
  }

  /** Everything that does not fit, once all files are in. */
  problems(): readonly TallyProblem[] {
    for (const claim of this.claims.objects) this.checkObject(this.objects.get(claim.object)!);
    this.checkLists();
    for (const line of this.claims.ledger) this.checkLine(line);
    for (const tableId of this.crosswalk.keys()) {
      if (!this.claims.ledger.some((line) => line.tableId === tableId)) {
        this.ledger(`The crosswalk has rows of table ${tableId}, which the ledger does not know.`);
      }
    }
    return this.found;
  }

  // -- files --------------------------------------------------------------------------------------------------------

  private addLoad(file: ManifestFile, bytes: Uint8Array): void {
    const tally = [...this.objects.values()].find(({ claim }) =>
      (file.role === 'load' ? claim.files : claim.secondPass).includes(file.path),
    );
    if (!tally) {
      this.ledger(`${file.path} belongs to no object of the manifest.`, file.path);
      return;
    }
    const { claim, keys } = tally;
    const first = file.role === 'load';
    const place = claim.files.indexOf(file.path);
    const references = claim.references.filter((reference) => reference.secondPass !== first);
    const parents = references.map((reference) => ({ path: file.path, reference, keys: new Set<string>() }));
    const own: UsedKeys = { path: file.path, reference: null, keys: new Set() };
    tally.used.push(...parents, ...(first ? [] : [own]));
    const headers = [claim.keyHeader, ...references.map((reference) => reference.header)];
    this.read(file, bytes, false, headers, (cells) => {
      const key = cells[0]!;
      const known = first ? keys.has(key) : own.keys.has(key);
      if (key === '' || known) this.twice(claim, key, file.path);
      if (first) keys.set(kept(key), 2 * place);
      else own.keys.add(kept(key));
      for (let i = 0; i < parents.length; i++) {
        const parent = cells[i + 1]!;
        if (parent !== '' && !parents[i]!.keys.has(parent)) parents[i]!.keys.add(kept(parent));
      }
    });
  }

  private addCrosswalk(file: ManifestFile, bytes: Uint8Array): void {
    this.crosswalkPath = file.path;
    const headers = ['table_id', 'record_key', 'disposition', 'target_object', 'surviving_key', 'load_file'];
    this.read(file, bytes, true, headers, (cells) => {
      const [tableId = '', key = '', word = '', object = '', survivor = '', load = ''] = cells;
      const part = DISPOSITION_WORDS.find((item) => item === word);
      if (!part) {
        this.ledger(`Row ${key} has the unknown disposition "${word}".`, file.path);
        return;
      }
      this.countsOf(this.crosswalk, tableId)[part]++;
      if (this.rows.has(key)) this.ledger(`Row ${key} stands in the crosswalk twice.`, file.path);
      this.rows.set(kept(key), part);
      if (part === 'exported' || part === 'merged') this.addLoaded(object, part, survivor, load);
      else if (survivor !== '' || load !== '') {
        this.ledger(`Row ${key} is ${part}, and yet has a surviving key or a load file.`, file.path);
      }
    });
  }

  /** An exported or merged row leads to a key in the file it names; a key is that of one exported row only. */
  private addLoaded(object: string, part: DispositionWord, survivor: string, file: string): void {
    const tally = this.objects.get(object);
    const mark = tally?.keys.get(survivor);
    if (!tally || mark === undefined || tally.claim.files[mark >> 1] !== file) {
      this.ledger(`${object}: a row is ${part} under the key ${survivor}, which is not in "${file}".`);
    } else if (part === 'exported') {
      if (mark & 1) this.ledger(`${object}: two rows are exported as ${survivor}.`);
      else tally.keys.set(kept(survivor), mark + 1);
    }
  }

  private addList(file: ManifestFile, part: DispositionWord, bytes: Uint8Array): void {
    this.read(file, bytes, true, ['table_id', 'record_key'], ([tableId = '', key = '']) => {
      this.countsOf(this.lists, tableId)[part]++;
      if (this.listed.has(key)) this.ledger(`Row ${key} is listed twice.`, file.path);
      this.listed.set(kept(key), part);
    });
  }

  private addReconciliation(file: ManifestFile, bytes: Uint8Array): void {
    const lines = new Map(this.claims.ledger.map((line) => [line.tableId, line]));
    this.read(file, bytes, true, ['table_id', ...LEDGER_NUMBERS], ([tableId = '', ...cells]) => {
      const line = lines.get(tableId);
      lines.delete(tableId);
      const wrong = LEDGER_NUMBERS.find(
        (word, index) => !line || String(ledgerNumber(line, word)) !== cells[index],
      );
      if (wrong !== undefined) {
        this.ledger(`The sums of table ${tableId} differ from the ledger in "${wrong}".`, file.path);
      }
    });
    for (const tableId of lines.keys())
      this.ledger(`Table ${tableId} is missing in ${file.path}.`, file.path);
  }

  private read(
    file: ManifestFile,
    bytes: Uint8Array,
    report: boolean,
    headers: readonly string[],
    take: (cells: readonly string[]) => void,
  ): void {
    const format = report ? null : this.claims.csv;
    const fault = readColumns(file, bytes, format, headers, file.role === 'secondPass', take);
    if (fault !== null) this.ledger(fault, file.path);
  }

  // -- checks -------------------------------------------------------------------------------------------------------

  private checkObject({ claim, keys, used }: ObjectTally): void {
    for (const [key, mark] of keys) {
      const path = claim.files[mark >> 1] ?? this.crosswalkPath;
      const part = this.rows.get(key);
      if (part === 'excluded' || part === 'rejected' || part === 'held') {
        const sentence = `${claim.label}: ${key} is ${part}, and yet it is in a load file.`;
        this.problem('EXCLUDED_KEY_IN_LOAD_FILE', sentence, path);
      }
      if (!(mark & 1)) this.ledger(`${claim.label}: the crosswalk exports no row as ${key}.`, path);
    }
    for (const { path, reference, keys: wanted } of used) {
      const parents =
        reference === null ? [keys] : reference.objects.flatMap((name) => this.objects.get(name)?.keys ?? []);
      for (const key of wanted) {
        if (parents.some((known) => known.has(key))) continue;
        const what =
          reference === null
            ? 'is in no load file'
            : `in column "${reference.header}" leads to no exported record`;
        this.problem('LINK_BROKEN', `${claim.label}: the key ${key} ${what}.`, path);
      }
    }
  }

  /** Lists and crosswalk name the same rows. */
  private checkLists(): void {
    for (const [key, part] of this.listed) {
      if (this.rows.get(key) !== part) {
        this.ledger(`Row ${key} is listed as ${part}, but not so in the crosswalk.`);
      }
    }
  }

  private checkLine(line: LedgerLine): void {
    const rows = this.crosswalk.get(line.tableId) ?? noCounts();
    const lists = this.lists.get(line.tableId) ?? noCounts();
    const sum = DISPOSITION_WORDS.reduce((all, part) => all + rows[part], 0);
    if (sum !== rowsOf(line)) {
      this.ledger(`Table ${line.tableId}: it has ${rowsOf(line)} rows, ${sum} are accounted for.`);
    }
    for (const part of DISPOSITION_WORDS) {
      if (rows[part] !== line[part]) {
        this.ledger(
          `Table ${line.tableId}: the ledger counts ${line[part]} ${part}, the crosswalk ${rows[part]}.`,
        );
      }
      const listed = part !== 'exported' && part !== 'merged';
      if (listed && lists[part] !== line[part]) {
        this.ledger(
          `Table ${line.tableId}: the ledger counts ${line[part]} ${part}, ${lists[part]} are listed.`,
        );
      }
    }
  }

  private countsOf(all: Map<string, Counts>, tableId: string): Counts {
    let counts = all.get(tableId);
    if (!counts) {
      counts = noCounts();
      all.set(kept(tableId), counts);
    }
    return counts;
  }

  private twice(claim: ManifestObject, key: string, path: string): void {
    const what = key === '' ? 'a record has no legacy key' : `the legacy key ${key} is there twice`;
    this.problem('KEY_NOT_UNIQUE', `${claim.label}: ${what}.`, path);
  }

  private ledger(sentence: string, path = this.crosswalkPath): void {
    this.problem('LEDGER_DOES_NOT_CLOSE', sentence, path);
  }

  private problem(code: TallyProblem['code'], sentence: string, path: string): void {
    const alike = this.found.reduce((count, item) => count + (item.code === code ? 1 : 0), 0);
    if (alike < MAX_PROBLEMS) this.found.push({ code, sentence, path });
  }
}

function noCounts(): Counts {
  return { exported: 0, merged: 0, excluded: 0, rejected: 0, held: 0 };
}
