import { decodeWire, encodeWire } from '@shared/host/wire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a message on the wire', () => {
  it('is a length, the JSON, then the raw bytes', () => {
    const message = encodeWire({ ok: true, value: bytes(7, 8, 9) });
    const json = '{"ok":true,"value":{"$bytes":[0,3]}}';
    expect([...message.subarray(0, 4)]).toEqual([json.length, 0, 0, 0]);
    expect(new TextDecoder().decode(message.subarray(4, 4 + json.length))).toBe(json);
    expect([...message.subarray(4 + json.length)]).toEqual([7, 8, 9]);
  });

  it('carries undefined, as a request without anything in it', () => {
    expect(decodeWire(encodeWire(undefined))).toEqual({ ok: true, value: undefined });
  });

  it('carries a view without the rest of its buffer', () => {
    const view = new Uint8Array(1 << 20).subarray(10, 12);
    expect(encodeWire(view).byteLength).toBeLessThan(64);
  });

  it('comes back as it was, whatever plain data is sent', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array({ maxLength: 40 }),
    );
    const key = fc.string({ maxLength: 8 }).filter((text) => text !== '__proto__' && text !== '$bytes');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (sent) => {
        expect(decodeWire(encodeWire(sent))).toEqual({ ok: true, value: sent });
      }),
    );
  });

  it('refuses to encode a value whose own key looks like a byte array', () => {
    expect(() => encodeWire({ $bytes: [0, 1] })).toThrow('taken');
  });
});

describe('a damaged message', () => {
  const json = (text: string, ...rest: number[]): Uint8Array => {
    const body = new TextEncoder().encode(text);
    return Uint8Array.from([body.length, 0, 0, 0, ...body, ...rest]);
  };

  it.each([
    ['nothing at all', bytes()],
    ['half a head', bytes(1, 0)],
    ['a length beyond its end', bytes(200, 0, 0, 0, 123)],
    ['a length of four gigabytes', bytes(255, 255, 255, 255, 123)],
    ['no JSON', json('{"a":')],
    ['bad UTF-8', bytes(1, 0, 0, 0, 0xff)],
    ['bytes outside', json('{"$bytes":[0,4]}', 1, 2, 3)],
    ['a negative offset', json('{"$bytes":[-1,1]}', 1, 2)],
    ['a fractional offset', json('{"$bytes":[0.5,1]}', 1, 2)],
    ['a place that is no pair', json('{"$bytes":"all"}', 1)],
    ['bytes without JSON', bytes(0, 0, 0, 0, 1)],
  ])('with %s is refused', (_what, message) => {
    const result = decodeWire(message);
    expect(result.ok ? result.value : result.error.code).toBe('BAD_MESSAGE');
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void decodeWire(noise)));
  });

  it('cannot reach an object prototype', () => {
    const result = decodeWire(json('{"__proto__":{"evil":1}}'));
    expect(result.ok).toBe(true);
    expect(Reflect.get({}, 'evil')).toBeUndefined();
    expect(result.ok && Object.getPrototypeOf(result.value)).toBe(Object.prototype);
  });
});
