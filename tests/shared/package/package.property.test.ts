import { unwrap } from '@shared/base/result';
import { readStrictCsv } from '@shared/package/csv-read';
import { readerOf } from '@shared/package/read';
import type { CsvFormat } from '@shared/package/types';
import { verifyPackage } from '@shared/package/verify';
import { writePackage } from '@shared/package/write';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECT, type Fate, type RowSpec, SALESFORCE, type TableSpec } from './fixture';
import { ALL_APPROVE, governedInput } from './governed';

/** Text as bad as legacy data gets: quotes, delimiters, line breaks, formulas, other scripts. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '-', "'", ' ', 'ß', '日'),
    maxLength: 6,
  }),
);

interface Draw {
  readonly key: string;
  readonly fate: Fate;
  readonly name: string;
  readonly other: string;
  readonly parent: number;
  readonly into: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  key: nasty,
  fate: fc.constantFrom<Fate>('exported', 'exported', 'exported', 'merged', 'excluded', 'rejected', 'held'),
  name: nasty,
  other: nasty,
  parent: fc.nat(),
  into: fc.nat(),
});

const draws = fc.uniqueArray(draw, { selector: ({ key }) => key, maxLength: 14 });

/** Two account tables, a contact table and a list, consistent with each other. */
function tablesOf(
  first: readonly Draw[],
  second: readonly Draw[],
  contacts: readonly Draw[],
  list: readonly Draw[],
): readonly TableSpec[] {
  const key = (id: string, item: Draw): string => `${id}:${item.key}`;
  const accounts = [
    ...first.map((item) => ({ id: 'a1', item })),
    ...second.map((item) => ({ id: 'a2', item })),
  ];
  const exported = accounts
    .filter(({ item }) => item.fate === 'exported')
    .map(({ id, item }) => key(id, item));
  const everyone = accounts.map(({ id, item }) => key(id, item));
  const people = contacts.filter(({ fate }) => fate === 'exported').map((item) => key('c', item));
  const row = (id: string, item: Draw, targets: readonly string[], values: RowSpec['values']): RowSpec => {
    // Nothing to merge into: the row is excluded instead.
    const into = targets[item.into % Math.max(1, targets.length)];
    const fate = item.fate === 'merged' && into === undefined ? 'excluded' : item.fate;
    return {
      key: key(id, item),
      fate,
      title: item.name,
      reason: item.other,
      ...(fate === 'merged' && into !== undefined ? { into } : {}),
      ...(values ? { values } : {}),
    };
  };
  const parentOf = (item: Draw): string => everyone[item.parent % Math.max(1, everyone.length)] ?? '';
  const account = (id: string) => (item: Draw) =>
    row(id, item, exported, { Name: item.name, Phone: item.other, ParentId: parentOf(item) });
  return [
    { id: 'a1', name: 'Kunden', object: 'Account', rows: first.map(account('a1')) },
    { id: 'a2', name: 'Kunden', source: 'ERP', object: 'Account', rows: second.map(account('a2')) },
    {
      id: 'c',
      object: 'Contact',
      rows: contacts.map((item) =>
        row('c', item, people, { LastName: item.name, AccountId: parentOf(item) }),
      ),
    },
    {
      id: 'l',
      object: null,
      rows: list.map((item) => ({
        key: key('l', item),
        fate: 'excluded',
        title: item.name,
        reason: item.other,
      })),
    },
  ];
}

const dialects = fc.constantFrom(
  DIALECT,
  { ...DIALECT, bom: true, lineEnding: '\r\n' as const, delimiter: ';' },
  { ...DIALECT, header: 'label' as const, delimiter: '\t' },
);

const projects = fc.record({
  tables: fc.tuple(draws, draws, draws, draws).map((all) => tablesOf(...all)),
  file: dialects,
  system: fc.constantFrom('salesforce', 'hubspot', 'generic'),
  maxRows: fc.option(fc.integer({ min: 1, max: 6 })),
  maxBytes: fc.option(fc.integer({ min: 400, max: 700 })),
});

async function inputOf(project: typeof projects extends fc.Arbitrary<infer T> ? T : never) {
  const { tables, file, system, maxRows, maxBytes } = project;
  const waivers = [{ subject: 'held', reason: 'Goes with the next wave.', actor: 'dora' }];
  const input = await governedInput(tables, ALL_APPROVE, {
    waivers,
    system: { ...SALESFORCE, system, file },
  });
  return { ...input, loader: { ...input.loader, maxRows, maxBytes } };
}

describe('laws of packages', () => {
  it('what is written verifies', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        const { files } = unwrap(writePackage(await inputOf(project)));
        const report = await verifyPackage(readerOf(files));
        expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('load files read back as the exported golden records, whatever stands in their cells', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        const input = await inputOf(project);
        const { files, manifest } = unwrap(writePackage(input));
        for (const { object, golden, exported } of input.objects) {
          const entry = manifest.objects.find((item) => item.object === object.name);
          const rows = (entry?.files ?? []).flatMap((path) =>
            table(files.find((file) => file.path === path)!.bytes, manifest.csv),
          );
          const header = project.file.header === 'label' ? 'Legacy ID' : 'Legacy_Id__c';
          const keys = golden.keys.filter((_, index) => exported[index] === 1);
          expect(rows.map((row) => row[header]).sort()).toEqual(keys.slice().sort());
          const name = golden.columns.find((column) => column.name === 'Name');
          for (const row of name ? rows : []) {
            const index = golden.keys.indexOf(row[header]!);
            const label = project.file.header === 'label' ? 'Account Name' : 'Name';
            expect(row[label]).toBe(name!.values[name!.codes[index]!]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('load files keep the limits of the loader', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        const { files, manifest } = unwrap(writePackage(await inputOf(project)));
        for (const { path, rows, bytes, role } of manifest.files) {
          if (role !== 'load' && role !== 'secondPass') continue;
          expect(rows, path).toBeLessThanOrEqual(project.maxRows ?? Infinity);
          expect(bytes, path).toBeLessThanOrEqual(project.maxBytes ?? Infinity);
          expect(files.find((file) => file.path === path)!.bytes.length).toBe(bytes);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no cell of a list for people begins a formula', async () => {
    const lists = /^(crosswalk|mapping|picklists|reconciliation)\.csv$|^(excluded|rejected|held)\//;
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        const { files } = unwrap(writePackage(await inputOf(project)));
        for (const file of files.filter(({ path }) => lists.test(path))) {
          const rows = table(file.bytes, { delimiter: ',', bom: true, lineEnding: '\r\n' });
          for (const row of rows) {
            for (const cell of Object.values(row)) expect(cell, file.path).not.toMatch(/^[=+\-@\t\r\n]/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Rows of a CSV file by header, read by the letter. */
function table(bytes: Uint8Array, format: CsvFormat): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  unwrap(
    readStrictCsv(bytes, format, (header) => (cells) => {
      rows.push(Object.fromEntries(header.map((name, index) => [name, cells[index]!])));
    }),
  );
  return rows;
}
