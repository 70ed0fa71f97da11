import { combinationsOf } from '../clean/combinations';
import { trimBlank } from '../profile/text';
import { distinctIn } from '../table/column';
import { TextCodes } from '../table/text-codes';
import { type Column, EMPTY } from '../table/types';

const UNSEEN = 0xffffffff;

/**
 * Per row the value of the first column that is filled there; '' where none is. Blanks alone are no value. Linear in rows
 * times columns; texts are looked at once per distinct value.
 */
export function firstFilled(rowCount: number, columns: readonly Column[]): Column {
  const codes = new Uint32Array(rowCount);
  const texts = new TextCodes(Math.min(rowCount, distinctIn(columns)));
  const parts = columns.map((column) => ({
    column,
    filled: filledCodes(column),
    become: new Uint32Array(column.values.length).fill(UNSEEN),
  }));
  for (let row = 0; row < rowCount; row++) {
    for (const { column, filled, become } of parts) {
      const old = column.codes[row]!;
      if (filled[old] === 0) continue;
      let code = become[old]!;
      if (code === UNSEEN) {
        code = texts.codeOf(column.values[old]!);
        become[old] = code;
      }
      codes[row] = code;
      break;
    }
  }
  return { name: '', codes, values: texts.values };
}

/** What is lost where several columns fill one field and only the first filled one counts. */
export interface Collision {
  /** In the order they are asked. */
  readonly columns: readonly {
    readonly column: string;
    /** Rows in which it is filled. */
    readonly filled: number;
    /** Rows in which it is the one that counts. */
    readonly used: number;
  }[];
  /** Rows in which the filled columns come out as different values. */
  readonly differing: number;
  /** The most frequent of them, at most 8. */
  readonly samples: readonly CollisionSample[];
}

export interface CollisionSample {
  readonly kept: string;
  /** What the other columns hold, in their order, without repetition. */
  readonly lost: readonly string[];
  readonly rows: number;
}

const SAMPLES = 8;

/**
 * How often the filled columns of a row disagree, once `become` made them values of the field: two spellings that come
 * out alike are no conflict. Works on distinct combinations of the columns.
 */
export function collisionOf(
  rowCount: number,
  columns: readonly Column[],
  become: (value: string) => string,
): Collision {
  const parts = columns.map((column) => {
    const filled = filledCodes(column);
    return { column, filled, out: column.values.map((value, code) => (filled[code] ? become(value) : '')) };
  });
  const combinations = combinationsOf(rowCount, columns);
  const filledRows = new Float64Array(parts.length);
  const usedRows = new Float64Array(parts.length);
  const differ: number[] = [];
  let differing = 0;
  for (let at = 0; at < combinations.count; at++) {
    const row = combinations.rows[at]!;
    const rows = combinations.sizes[at]!;
    let kept: string | null = null;
    let other = false;
    for (const [index, { column, filled, out }] of parts.entries()) {
      const code = column.codes[row]!;
      if (filled[code] === 0) continue;
      filledRows[index]! += rows;
      if (kept === null) {
        kept = out[code]!;
        usedRows[index]! += rows;
      } else if (out[code] !== kept) other = true;
    }
    if (!other) continue;
    differing += rows;
    differ.push(at);
  }
  const { sizes, rows } = combinations;
  const sample = (at: number): CollisionSample => {
    const texts = parts
      .map(({ column, filled, out }) => ({ code: column.codes[rows[at]!]!, filled, out }))
      .filter(({ code, filled }) => filled[code] === 1)
      .map(({ code, out }) => out[code]!);
    const kept = texts[0]!;
    return { kept, lost: [...new Set(texts)].filter((text) => text !== kept), rows: sizes[at]! };
  };
  return {
    columns: parts.map(({ column }, index) => ({
      column: column.name,
      filled: filledRows[index]!,
      used: usedRows[index]!,
    })),
    differing,
    samples: differ
      .sort((a, b) => sizes[b]! - sizes[a]! || rows[a]! - rows[b]!)
      .slice(0, SAMPLES)
      .map(sample),
  };
}

/** 1 for codes whose value holds more than blanks. */
function filledCodes(column: Column): Uint8Array {
  return Uint8Array.from(column.values, (value, code) => (code !== EMPTY && trimBlank(value) !== '' ? 1 : 0));
}
