import { packColumn, unpackColumn } from '@shared/table/pack';

/**
 * Takes the long arrays out of a stage result, so that no single record of the database grows beyond what the
 * browser's store can carry, and puts them back. Pure; what `takeApart` and `packPart` take out, `putTogether` gives
 * back.
 */

type ArrayKind =
  | 'Uint8Array'
  | 'Uint16Array'
  | 'Uint32Array'
  | 'Int32Array'
  | 'Float32Array'
  | 'Float64Array';

/** Stands in a skeleton where a typed array was; a plain object, because only those survive the store. */
interface ArrayMarker {
  readonly $spill: 'array';
  readonly kind: ArrayKind;
  readonly part: number;
}

/** Stands where a long list of text was: its part holds the text, the next one where each value begins. */
interface StringsMarker {
  readonly $spill: 'strings';
  encoding: 'utf-8' | 'utf-16le';
  readonly part: number;
}

/** Something long that was taken out and is not packed yet. */
export type Part =
  | { readonly kind: 'array'; readonly view: ArrayBufferView }
  | { readonly kind: 'strings'; readonly values: readonly string[]; readonly marker: StringsMarker };

export interface TakenApart {
  /** Complete once every part is packed. */
  readonly skeleton: unknown;
  readonly parts: readonly Part[];
}

/** Arrays below these sizes stay where they are. */
const MIN_BYTES = 1 << 14;
const MIN_STRINGS = 1 << 10;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array };

/** Splits a value that survives structured clone into a small skeleton and its long parts. Copies nothing long. */
export function takeApart(value: unknown): TakenApart {
  const parts: Part[] = [];
  return { skeleton: takeOut(value, parts), parts };
}

/** The bytes of a part: one array for typed arrays, two for text. Linear; the costly step, so taken one by one. */
export function packPart(part: Part): readonly Uint8Array[] {
  if (part.kind === 'array') return [bytesOf(part.view)];
  const packed = packColumn({ name: '', codes: new Uint32Array(), values: part.values });
  part.marker.encoding = packed.encoding;
  return [packed.arena, bytesOf(packed.offsets)];
}

/** The value again, from its skeleton and the bytes of each part. */
export function putTogether(skeleton: unknown, parts: readonly (readonly Uint8Array[])[]): unknown {
  return putBack(skeleton, parts);
}

function takeOut(value: unknown, parts: Part[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const kind = kindOf(value);
    if (kind === null || value.byteLength < MIN_BYTES) return value;
    const part = parts.push({ kind: 'array', view: value }) - 1;
    return { $spill: 'array', kind, part } satisfies ArrayMarker;
  }
  if (Array.isArray(value)) {
    if (value.length < MIN_STRINGS || !isStrings(value))
      return value.map((item: unknown) => takeOut(item, parts));
    const marker: StringsMarker = { $spill: 'strings', encoding: 'utf-8', part: parts.length };
    parts.push({ kind: 'strings', values: value, marker });
    return marker;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, takeOut(item, parts)]));
}

function putBack(value: unknown, parts: readonly (readonly Uint8Array[])[]): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => putBack(item, parts));
  if (isArrayMarker(value)) return new KINDS[value.kind](bufferOf(bytesAt(parts, value.part, 0)));
  if (isStringsMarker(value)) {
    return unpackColumn({
      name: '',
      codes: new Uint32Array(),
      arena: bytesAt(parts, value.part, 0),
      offsets: new Uint32Array(bufferOf(bytesAt(parts, value.part, 1))),
      encoding: value.encoding,
    }).values;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putBack(item, parts)]));
}

function bytesAt(parts: readonly (readonly Uint8Array[])[], part: number, at: number): Uint8Array {
  return parts[part]?.[at] ?? new Uint8Array();
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
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
