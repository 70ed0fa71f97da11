import anyAscii from 'any-ascii';

/** Names Windows keeps for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longest stem of a file name; leaves room for number, part and ending. */
const MAX_STEM = 80;

/**
 * A name for a file that every file system takes: ASCII letters, digits, `-` and `_`, never empty, never a device.
 * Other scripts are written in Latin letters as far as possible, so that a person recognises the sheet.
 */
export function fileStem(name: string): string {
  const plain = anyAscii(name)
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MAX_STEM);
  if (plain === '') return 'unnamed';
  return DEVICE.test(plain) ? `${plain}_` : plain;
}

/** Stems for several names, told apart by `_2`, `_3` … without regard to case, in the order given. */
export function uniqueStems(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const stem = fileStem(name);
    let unique = stem;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${stem}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** `01_Account`: the place in the load order and the stem. */
export function numberedStem(loadOrder: number, stem: string): string {
  return `${String(loadOrder).padStart(2, '0')}_${stem}`;
}

/** `01_Account.csv`, or `01_Account_part02of12.csv` when there is more than one part. `part` counts from 1. */
export function partPath(base: string, part: number, parts: number): string {
  if (parts === 1) return `${base}.csv`;
  const width = Math.max(2, String(parts).length);
  return `${base}_part${String(part).padStart(width, '0')}of${String(parts).padStart(width, '0')}.csv`;
}

/** What a reference field is about, for a file name: `ParentId` → `Parent`, `parent_legacy_id` → `parent_legacy`. */
export function referenceStem(field: string): string {
  return fileStem(field.replace(/__c$/i, '').replace(/_?id$/i, '') || field);
}

/** True for a path as this folder writes it: ASCII parts joined by forward slashes, none of them `.` or `..`. */
export function isPackagePath(path: string): boolean {
  if (path.length > 512) return false;
  return path.split('/').every((part) => /^[A-Za-z0-9_.-]+$/.test(part) && part !== '.' && part !== '..');
}
