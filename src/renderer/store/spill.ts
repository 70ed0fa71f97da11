import { packColumn, unpackColumn } from '@shared/table/pack';
import type { Column } from '@shared/table/types';

/**
 * Takes the long arrays out of a stage result, so that no single record of the database grows beyond what the
 * browser's store can carry, and puts them back. Pure; `gather(spill(v))` equals `v`.
 */

type ArrayKind =
  | 'Uint8Array'
  | 'Uint16Array'
  | 'Uint32Array'
  | 'Int32Array'
  | 'Float32Array'
  | 'Float64Array';

/** Stands in a skeleton where an array was. A class name survives nothing, so a marker is a plain object. */
interface ArrayMarker {
  readonly $spill: 'array';
  readonly kind: ArrayKind;
  readonly at: number;
}

interface StringsMarker {
  readonly $spill: 'strings';
  readonly encoding: 'utf-8' | 'utf-16le';
  readonly arena: number;
  readonly offsets: number;
}

export interface Spilled {
  readonly skeleton: unknown;
  /** Bytes of the arrays taken out, in the order their markers name. */
  readonly arrays: readonly Uint8Array[];
}

/** Arrays below these sizes stay where they are. */
const MIN_BYTES = 1 << 14;
const MIN_STRINGS = 1 << 10;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array };

/** Splits a value that survives structured clone into a small skeleton and byte arrays. O(size). */
export function spill(value: unknown): Spilled {
  const arrays: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): number => arrays.push(bytes) - 1;
  return { skeleton: takeOut(value, keep), arrays };
}

/** The value again. */
export function gather({ skeleton, arrays }: Spilled): unknown {
  return putBack(skeleton, (at) => arrays[at] ?? new Uint8Array());
}

function takeOut(value: unknown, keep: (bytes: Uint8Array) => number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const kind = kindOf(value);
    if (kind === null || value.byteLength < MIN_BYTES) return value;
    const at = keep(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return { $spill: 'array', kind, at } satisfies ArrayMarker;
  }
  if (Array.isArray(value)) {
    if (value.length >= MIN_STRINGS && isStrings(value)) return takeOutStrings(value, keep);
    return value.map((item: unknown) => takeOut(item, keep));
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, takeOut(item, keep)]));
}

function takeOutStrings(values: readonly string[], keep: (bytes: Uint8Array) => number): StringsMarker {
  const packed = packColumn({ name: '', codes: new Uint32Array(), values });
  const { buffer, byteOffset, byteLength } = packed.offsets;
  return {
    $spill: 'strings',
    encoding: packed.encoding,
    arena: keep(packed.arena),
    offsets: keep(new Uint8Array(buffer, byteOffset, byteLength)),
  };
}

function putBack(value: unknown, bytesAt: (at: number) => Uint8Array): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => putBack(item, bytesAt));
  if (isArrayMarker(value)) return typed(value.kind, bytesAt(value.at));
  if (isStringsMarker(value)) {
    const offsets = new Uint32Array(bufferOf(bytesAt(value.offsets)));
    const column: Column = unpackColumn({
      name: '',
      codes: new Uint32Array(),
      arena: bytesAt(value.arena),
      offsets,
      encoding: value.encoding,
    });
    return column.values;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putBack(item, bytesAt)]));
}

function typed(kind: ArrayKind, bytes: Uint8Array): ArrayBufferView {
  return new KINDS[kind](bufferOf(bytes));
}

/** A buffer that holds these bytes and nothing else. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.buffer instanceof ArrayBuffer ? bytes.buffer : bytes.slice().buffer;
}

function kindOf(view: ArrayBufferView): ArrayKind | null {
  for (const [kind, make] of Object.entries(KINDS)) {
    if (view.constructor === make && isKind(kind)) return kind;
  }
  return null;
}

function isKind(name: string): name is ArrayKind {
  return Object.hasOwn(KINDS, name);
}

function isStrings(values: readonly unknown[]): values is readonly string[] {
  return values.every((value) => typeof value === 'string');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isArrayMarker(value: object): value is ArrayMarker {
  return '$spill' in value && value.$spill === 'array';
}

function isStringsMarker(value: object): value is StringsMarker {
  return '$spill' in value && value.$spill === 'strings';
}
