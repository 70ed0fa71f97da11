import type { MergedCells } from './workbook';
import { mergedCells } from './xlsx-attributes';
import type { RawRow } from './xlsx-raw-row';
import type { ZipPackage } from './zip-package';

/** Unpacked bytes of a worksheet up to which rows are passed over to get to its merged cells: about half a second. */
export const MOST_PASSED_BYTES = 64 << 20;

/** Rows a header with its titles is expected within. */
const HEADER_WITHIN = 20;

/**
 * Whether cells may be merged in the header of a sheet with these first rows. They are not where the first row with
 * several cells is as full as any: a cell merged over columns leaves the others blank.
 */
export function mayHaveHeadings(rows: readonly RawRow[]): boolean {
  const widest = rows.reduce((most, { count }) => Math.max(most, count), 0);
  const first = rows.slice(0, HEADER_WITHIN).find(({ count }) => count > 1);
  return first !== undefined && first.count < widest;
}

/**
 * The merged cells of a worksheet, which stand behind its rows; the rows are passed over unread. Null when it unpacks to
 * more than `limit` bytes by what the archive says, which refuses a part that unpacks to more than it said. Throws what
 * the archive throws, and what `progress` does.
 */
export async function findMergedCells(
  zip: ZipPackage,
  path: string,
  limit: number,
  progress: () => void,
): Promise<MergedCells[] | null> {
  if (zip.sizeOf(path) > limit) return null;
  const tail: Uint8Array[] = [];
  let before: Uint8Array = new Uint8Array(0);
  await zip.streamBytes(path, (piece) => {
    progress();
    if (tail.length > 0) tail.push(piece.slice());
    else {
      const looked = joined([before, piece]);
      const at = listStart(looked);
      if (at >= 0) tail.push(looked.subarray(at));
      else before = looked.slice(-NAME.length - 1);
    }
    return true;
  });
  return listed(new TextDecoder().decode(joined(tail)));
}

const NAME = new TextEncoder().encode('mergeCells');
/** A letter of the name that the numbers and references of rows do not have. */
const RARE = NAME.indexOf(0x67);

/** Where the list of merged cells begins in some bytes; -1 when it does not. */
function listStart(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x67, RARE); at >= 0; at = bytes.indexOf(0x67, at + 1)) {
    const start = at - RARE;
    const sign = bytes[start - 1];
    // Behind the sign of a tag or a prefix: a cell may hold the same word.
    if (sign !== 0x3c && sign !== 0x3a) continue;
    if (NAME.every((byte, i) => bytes[start + i] === byte)) return start;
  }
  return -1;
}

/** Looks for no attribute beyond the next tag, so that tags which never end cost no more than their length. */
function listed(text: string): MergedCells[] {
  const found: MergedCells[] = [];
  for (const [, reference = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([^"']*)/g)) {
    const cells = mergedCells(reference);
    if (cells) found.push(cells);
  }
  return found;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
