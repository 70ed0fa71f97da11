import { type Column, EMPTY } from '../table/types';

/** No code: a source value no row has, or a value that was not there before. */
export const NO_CODE = 0xffffffff;

/**
 * A column made from the same rows as `known`, in which only some values of the source become other texts than in `known`:
 * `textOf` gives the text of a source value, or null where it stays. Comes out as `mapParts` would make it; the cost of
 * telling texts apart is that of the changed ones. `anew` gives the text of source values no row has.
 */
export function patchColumn(
  name: string,
  source: Column,
  known: Column,
  textOf: (code: number) => string | null,
  anew: (code: number) => string,
): Column {
  const idOf = codesByCode(source, known);
  const changed = changedTexts(idOf, known, textOf);
  if (changed.size === 0) return { name, codes: known.codes, values: known.values };
  const extra: string[] = [];
  giveIds(changed, idOf, known, extra);
  const textById = (id: number): string => known.values[id] ?? extra[id - known.values.length]!;
  const stays = source.values.every((value, code) =>
    idOf[code] === NO_CODE ? anew(code) === value : textById(idOf[code]!) === value,
  );
  if (stays) return { name, codes: source.codes, values: source.values };
  const column = numbered(name, source, idOf, known.values.length + extra.length, textById);
  patches.set(column.values, { from: new WeakRef(known.values), codeOf: column.ids });
  return { name, codes: column.codes, values: column.values };
}

/** Per code of `source` that a row has: what stands in `known` in that row. */
function codesByCode(source: Column, known: Column): Uint32Array {
  const codes = new Uint32Array(source.values.length).fill(NO_CODE);
  for (let row = 0; row < source.codes.length; row++) codes[source.codes[row]!] = known.codes[row]!;
  return codes;
}

function changedTexts(
  idOf: Uint32Array,
  known: Column,
  textOf: (code: number) => string | null,
): Map<number, string> {
  const changed = new Map<number, string>();
  for (let code = 0; code < idOf.length; code++) {
    const id = idOf[code]!;
    const text = id === NO_CODE ? null : textOf(code);
    if (text !== null && text !== known.values[id]) changed.set(code, text);
  }
  return changed;
}

/** Gives changed texts the code they have in `known` already, or one behind all of those. */
function giveIds(
  changed: ReadonlyMap<number, string>,
  idOf: Uint32Array,
  known: Column,
  extra: string[],
): void {
  const ids = new Map<string, number>();
  for (const text of changed.values()) ids.set(text, NO_CODE);
  for (let id = 0; id < known.values.length; id++) {
    const value = known.values[id]!;
    if (ids.get(value) === NO_CODE) ids.set(value, id);
  }
  ids.set('', EMPTY);
  for (const [code, text] of changed) {
    let id = ids.get(text)!;
    if (id === NO_CODE) {
      id = known.values.length + extra.length;
      extra.push(text);
      ids.set(text, id);
    }
    idOf[code] = id;
  }
}

/** Codes in the order their texts come first, as an encoder gives them; `ids` tells what each was before. */
function numbered(
  name: string,
  source: Column,
  idOf: Uint32Array,
  most: number,
  textById: (id: number) => string,
): Column & { readonly ids: Uint32Array } {
  const newOf = new Uint32Array(most).fill(NO_CODE);
  newOf[EMPTY] = EMPTY;
  const values = [''];
  const ids = new Uint32Array(most);
  const codes = new Uint32Array(source.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const id = idOf[source.codes[row]!]!;
    let code = newOf[id]!;
    if (code === NO_CODE) {
      code = values.length;
      newOf[id] = code;
      ids[code] = id;
      values.push(textById(id));
    }
    codes[row] = code;
  }
  return { name, codes, values, ids };
}

/** Values that were patched from others, as long as those are held. */
const patches = new WeakMap<
  readonly string[],
  { readonly from: WeakRef<readonly string[]>; readonly codeOf: Uint32Array }
>();

/**
 * The values these were patched from: `codeOf(code)` is the code of the same text there, `NO_CODE` for a text that is new.
 * Null where they were not patched, or nobody holds the earlier ones any more.
 */
export function patchedFrom(
  values: readonly string[],
): { readonly values: readonly string[]; readonly codeOf: (code: number) => number } | null {
  const patch = patches.get(values);
  const from = patch?.from.deref();
  if (!patch || !from) return null;
  return {
    values: from,
    codeOf: (code) => {
      const id = patch.codeOf[code]!;
      return id < from.length ? id : NO_CODE;
    },
  };
}
