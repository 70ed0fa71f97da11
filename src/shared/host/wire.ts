import { fail, ok, type Result } from '../base/result';

/**
 * How a request or an answer travels over HTTP: 4 bytes length of the JSON (unsigned, little endian), the JSON as
 * UTF-8, then the raw bytes of every `Uint8Array` in it, one after the other. In the JSON a byte array stands as
 * `{"$bytes":[offset,length]}`, counted from the end of the JSON. `undefined` has a JSON of length 0.
 */

/** Content type of a message. */
export const WIRE_TYPE = 'application/x-winnow';

const MARK = '$bytes';
const HEAD = 4;

/** The message as bytes. Throws on a value that has a key `$bytes` of its own: no request or answer has one. */
export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
  const blobs: Uint8Array[] = [];
  let blobBytes = 0;
  const strip = (item: unknown): unknown => {
    if (item instanceof Uint8Array) {
      const place = { [MARK]: [blobBytes, item.byteLength] };
      blobs.push(item);
      blobBytes += item.byteLength;
      return place;
    }
    if (Array.isArray(item)) return item.map(strip);
    if (typeof item === 'object' && item !== null) {
      if (Object.hasOwn(item, MARK)) throw new Error(`encodeWire: the key "${MARK}" is taken`);
      return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, strip(inner)]));
    }
    return item;
  };
  const json = new TextEncoder().encode(value === undefined ? '' : JSON.stringify(strip(value)));
  const message = new Uint8Array(HEAD + json.byteLength + blobBytes);
  new DataView(message.buffer).setUint32(0, json.byteLength, true);
  message.set(json, HEAD);
  let at = HEAD + json.byteLength;
  for (const blob of blobs) {
    message.set(blob, at);
    at += blob.byteLength;
  }
  return message;
}

/**
 * The value of a message from outside; every offset is checked. The byte arrays are views into `message`.
 * Error `BAD_MESSAGE`: cut short, not JSON, or pointing outside itself.
 */
export function decodeWire(message: Uint8Array): Result<unknown> {
  const bad = (problem: string): Result<unknown> =>
    fail('BAD_MESSAGE', 'A message between the window and Winnow arrived damaged. Try again.', { problem });
  if (message.byteLength < HEAD) return bad('shorter than its head');
  const jsonBytes = new DataView(message.buffer, message.byteOffset, HEAD).getUint32(0, true);
  if (HEAD + jsonBytes > message.byteLength) return bad('cut short');
  const blobs = message.subarray(HEAD + jsonBytes);
  if (jsonBytes === 0) return blobs.byteLength === 0 ? ok(undefined) : bad('bytes without a place');
  let outside = false;
  const restore = (_key: string, item: unknown): unknown => {
    if (typeof item !== 'object' || item === null || !Object.hasOwn(item, MARK)) return item;
    const place: unknown = Reflect.get(item, MARK);
    if (!isPlace(place) || place[0] + place[1] > blobs.byteLength) {
      outside = true;
      return null;
    }
    return blobs.subarray(place[0], place[0] + place[1]);
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(message.subarray(HEAD, HEAD + jsonBytes));
    const value: unknown = JSON.parse(text, restore);
    return outside ? bad('points outside itself') : ok(value);
  } catch (cause) {
    return bad(cause instanceof Error ? cause.message : String(cause));
  }
}

function isPlace(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}
