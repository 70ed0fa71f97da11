import { hashOf } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import { journalText, parseJournal } from '@shared/journal/codec';
import { foldJournal } from '@shared/journal/fold';
import { parsePayload } from '@shared/journal/schemas';
import { sealPayload } from '@shared/journal/seal';
import { readMapping, writeMapping } from '@shared/journal/written-mapping';
import type { TableMapping } from '@shared/mapping/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREATED, draft, journalOf, tableRead } from './make-journal';

function mappingOf(...valueMaps: readonly (readonly (readonly [string, string])[])[]): TableMapping {
  return {
    tableId: 't1',
    object: 'Account',
    keyColumn: 'No',
    fields: valueMaps.map((pairs, at) => ({
      field: `F${at}`,
      from: { kind: 'column', column: 'Kind' },
      transforms: [],
      valueMap: Object.fromEntries(pairs),
    })),
  };
}

/** What stands in a journal before a mapping of its table. */
const BEFORE = [
  CREATED,
  draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
  tableRead('t1', 's1', 'a'),
];

/** The value maps of a mapping as pairs, in the order of their values. */
function pairsOf(mapping: TableMapping | undefined): readonly (readonly [string, string])[][] {
  return (mapping?.fields ?? []).map(({ valueMap }) =>
    Object.entries(valueMap).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('a mapping in the journal', () => {
  it('is the mapping itself, as journals have always kept it, for all values but one', () => {
    const mapping = mappingOf([
      ['constructor', 'Builder'],
      ['toString', 'Text'],
    ]);
    expect(writeMapping(mapping)).toBe(mapping);
    expect(readMapping(mapping)).toBe(mapping);
    expect(unwrap(sealPayload({ kind: 'mapping.set', payload: { mapping }, salt: '' })).text).toBe(
      '{"mapping":{"fields":[{"field":"F0","from":{"column":"Kind","kind":"column"},"transforms":[],"valueMap":{"constructor":"Builder","toString":"Text"}}],"keyColumn":"No","object":"Account","tableId":"t1"}}',
    );
  });

  it('may place a value called __proto__; what it becomes stands beside the value map', () => {
    const mapping = mappingOf([
      ['a', 'A'],
      ['__proto__', 'Prototype'],
    ]);
    const payload = { mapping: writeMapping(mapping) };
    expect(unwrap(sealPayload({ kind: 'mapping.set', payload, salt: '' })).text).toBe(
      '{"mapping":{"fields":[{"field":"F0","from":{"column":"Kind","kind":"column"},"protoTo":"Prototype","transforms":[],"valueMap":{"a":"A"}}],"keyColumn":"No","object":"Account","tableId":"t1"}}',
    );
    const text = journalText(journalOf(...BEFORE, draft('mapping.set', payload)));
    const { entries, verdict } = parseJournal(text);
    expect(verdict.kind).toBe('valid');
    const { valueMap } = foldJournal(entries).mappings[0]!.fields[0]!;
    expect(Object.entries(valueMap)).toEqual([
      ['a', 'A'],
      ['__proto__', 'Prototype'],
    ]);
    expect(Object.getPrototypeOf(valueMap)).toBe(Object.prototype);
  });

  it('is still refused with such a key in an object', () => {
    const mapping = mappingOf([['__proto__', 'x']]);
    expect(parsePayload('mapping.set', { mapping })).toMatchObject({
      ok: false,
      error: { code: 'JSON_RESERVED_KEY' },
    });
  });

  it('comes back as it was, with the same hash, whatever its values are', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty'));
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(value, value), { maxLength: 5 }), { maxLength: 3 }), (maps) => {
        const mapping = mappingOf(...maps);
        const set = draft('mapping.set', { mapping: writeMapping(mapping) });
        const { entries } = parseJournal(journalText(journalOf(...BEFORE, set)));
        const [folded] = foldJournal(entries).mappings;
        expect(pairsOf(folded)).toEqual(pairsOf(mapping));
        expect(hashOf(folded)).toBe(hashOf(mapping));
        // The engine gets the state by structured clone.
        expect(pairsOf(structuredClone(folded))).toEqual(pairsOf(mapping));
      }),
    );
  });
});
