import { builtInTarget, parseTarget } from '@shared/target/catalogue';
import { importMetadata } from '@shared/target/import/import-metadata';
import { readMetadataFiles } from '@shared/target/import/read-files';
import type { MetadataFile } from '@shared/target/import/types';
import { writeTarget } from '@shared/target/written';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATAVERSE, DESCRIBE, FIELD_XML, HUBSPOT, OBJECT_XML, ZOHO } from './samples';

const SEEDS: readonly MetadataFile[] = [
  { name: 'account.json', text: JSON.stringify(DESCRIBE) },
  { name: 'contacts.json', text: JSON.stringify(HUBSPOT) },
  { name: 'account.json', text: JSON.stringify(DATAVERSE) },
  { name: 'Contacts.json', text: JSON.stringify(ZOHO) },
  { name: 'objects/Account/fields/Segment__c.field-meta.xml', text: FIELD_XML },
  { name: 'objects/Site__c.object', text: OBJECT_XML },
  {
    name: 'fields.csv',
    text: 'object,field,type,length,values\nperson,age,integer,3,\nperson,mood,picklist,,a;b\n',
  },
];

/** Either an error with a code and a sentence, or a catalogue that the reader of catalogues accepts. */
function expectSane(files: readonly MetadataFile[]): void {
  const result = importMetadata(files, builtInTarget, null);
  if (!result.ok) {
    expect(result.error.code).toMatch(/^[A-Z_]+$/);
    expect(result.error.message.length).toBeGreaterThan(20);
    return;
  }
  expect(parseTarget(writeTarget(result.value.system)).ok).toBe(true);
  for (const note of result.value.notes) expect(note).toMatch(/[.]$/);
}

describe('metadata from anywhere', () => {
  it('with a damaged piece never makes the reader throw, and never gives a broken catalogue', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.string({ maxLength: 12 }),
        ({ name, text }, at, cut, put) => {
          const start = Math.floor(at * text.length);
          expectSane([{ name, text: text.slice(0, start) + put + text.slice(start + cut) }]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('with values of any other type in their places is read or refused', () => {
    const seeds = [DESCRIBE, HUBSPOT, DATAVERSE, ZOHO].map((json) => JSON.stringify(json));
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(), fc.json({ maxDepth: 2 }), (seed, at, value) => {
        // Replaces the nth value of the document by any JSON.
        let count = 0;
        const total = seed.match(/(?<=:)(?:"[^"]*"|\d+|true|false|null)/g)?.length ?? 1;
        const text = seed.replace(/(?<=:)(?:"[^"]*"|\d+|true|false|null)/g, (found) =>
          count++ === at % total ? value : found,
        );
        expectSane([{ name: 'account.json', text }]);
      }),
      { numRuns: 120 },
    );
  });

  it('cannot name an object or field after what every object has', () => {
    for (const bad of ['__proto__', 'constructor', 'toString'])
      expectSane([{ name: 'a.json', text: JSON.stringify({ ...DESCRIBE, name: bad }) }]);
    const text = JSON.stringify(DESCRIBE).replace(
      '"name":"Name"',
      '"name":"Name","__proto__":{"polluted":1}',
    );
    expect(importMetadata([{ name: 'a.json', text }], builtInTarget, null)).toMatchObject({
      ok: false,
      error: { code: 'JSON_RESERVED_KEY' },
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('expands no entities: an entity bomb is an error', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><CustomField><fullName>&b;</fullName></CustomField>`;
    expect(
      importMetadata([{ name: 'objects/A/fields/B.field-meta.xml', text: bomb }], builtInTarget, null),
    ).toMatchObject({ ok: false, error: { code: 'METADATA_UNKNOWN' } });
  });

  it('nested without end is an error, in XML and in JSON', () => {
    const xml = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;
    const json = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(importMetadata([{ name: 'a.xml', text: xml }], builtInTarget, null).ok).toBe(false);
    expect(importMetadata([{ name: 'a.json', text: json }], builtInTarget, null).ok).toBe(false);
  });

  it('of a thousand fields with a thousand values each is refused by its size, not by running out of memory', () => {
    const picklistValues = Array.from({ length: 6_000 }, (_, i) => ({ value: `v${i}`, active: true }));
    const field = { name: 'Big__c', type: 'picklist', nillable: true, createable: true, picklistValues };
    const result = importMetadata(
      [{ name: 'a.json', text: JSON.stringify({ ...DESCRIBE, fields: [...DESCRIBE.fields, field] }) }],
      builtInTarget,
      null,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'TARGET_INVALID' } });
    if (!result.ok) expect(result.error.message).toContain('field "Big__c": picklist');
  });
});

async function zipped(files: Readonly<Record<string, string>>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return writer.close();
}

describe('files as a person drops them', () => {
  it('an archive of a metadata retrieve is opened; names keep their case, other files are passed over', async () => {
    const file = await zipped({
      'unpackaged/objects/Site__c.object': OBJECT_XML,
      'unpackaged/objects/Account/fields/Segment__c.field-meta.xml': FIELD_XML,
      'unpackaged/package.xml': '<Package/>',
      'unpackaged/classes/Evil.cls': 'class Evil {}',
    });
    const read = await readMetadataFiles([{ name: 'retrieve.zip', file }]);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.map((item) => item.name)).toEqual([
      'unpackaged/objects/Account/fields/Segment__c.field-meta.xml',
      'unpackaged/objects/Site__c.object',
    ]);
    const result = importMetadata(read.value, builtInTarget, null);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.system.objects.at(-1)?.name).toBe('Site__c');
  });

  it('a damaged archive is an error with its name', async () => {
    const whole = new Uint8Array(await (await zipped({ 'objects/A.object': OBJECT_XML })).arrayBuffer());
    const file = new Blob([whole.slice(0, whole.length - 30)]);
    const read = await readMetadataFiles([{ name: 'broken.zip', file }]);
    expect(read).toMatchObject({ ok: false, error: { code: 'METADATA_ARCHIVE' } });
  });

  it('other files are read as text', async () => {
    const read = await readMetadataFiles([{ name: 'a.json', file: new Blob(['{"a":1}']) }]);
    expect(read).toEqual({ ok: true, value: [{ name: 'a.json', text: '{"a":1}' }] });
  });
});
