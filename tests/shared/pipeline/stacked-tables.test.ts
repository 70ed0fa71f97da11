import { unwrap } from '@shared/base/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_CSV, readTableOf, type TestProject, testProject, totals } from '../../support/project';

const ALL = { disposition: null, tableId: null, reason: null, text: '', start: 0, count: 200 } as const;
const WHOLE = { filters: [], sort: null } as const;

const accountsOf = (tableId: string) => ({
  mapping: {
    tableId,
    object: 'Account',
    keyColumn: 'No',
    fields: [
      {
        field: 'Name',
        from: { kind: 'column' as const, column: 'Company' },
        transforms: [],
        valueMap: {},
      },
    ],
  },
});

async function rowsOf(project: TestProject) {
  return unwrap(await project.engine.ledgerRows(ALL)).rows;
}

describe('a table stacked of several files', () => {
  const customers = {
    id: 'Customers 2019',
    csv: 'No,Company\n1,Ada Ltd\n2,Bell AG\n',
    parts: [{ name: 'Customers 2020', csv: 'No,Company,City\n3,Curie SA,Paris\n4,"broken' }],
  };

  it('has the rows of all of them, columns united by header', async () => {
    const { engine } = await testProject('salesforce', [customers]);
    expect(unwrap(await engine.window('Customers 2019', WHOLE, 0, 9)).cells).toEqual([
      ['1', 'Ada Ltd', ''],
      ['2', 'Bell AG', ''],
      ['3', 'Curie SA', 'Paris'],
    ]);
    const read = unwrap(await engine.ingested('Customers 2019'));
    expect(read.parts).toEqual(['Customers 2019', 'Customers 2020']);
    expect(unwrap(await engine.places('Customers 2019', [0, 2]))).toEqual([
      { part: 'Customers 2019', line: 2 },
      { part: 'Customers 2020', line: 2 },
    ]);
  });

  it('names the part beside the line, also of lines that could not be read', async () => {
    const project = await testProject('salesforce', [customers]);
    await project.add('mapping.set', accountsOf('Customers 2019'));
    const places = (await rowsOf(project)).map(({ key, sourceName, line }) => [key, sourceName, line]);
    expect(places).toEqual([
      ['Customers 2019:1', 'Old CRM, Customers 2019', 2],
      ['Customers 2019:2', 'Old CRM, Customers 2019', 3],
      ['Customers 2019:3', 'Old CRM, Customers 2020', 2],
      ['Customers 2019:Customers 2020, line 3', 'Old CRM, Customers 2020', 3],
    ]);
    const issues = await project.engine.findRecords('Account', 'curie', 5);
    expect(unwrap(issues)).toMatchObject([{ sourceName: 'Old CRM, Customers 2020', line: 2 }]);
  });

  it('knows columns under another name where a person says so', async () => {
    const project = await testProject('salesforce', [customers]);
    const { file, parts } = readTableOf(project, 0);
    await project.add('table.read', {
      tableId: 'Customers 2019',
      sourceId: 's1',
      name: 'Customers',
      file,
      options: PLAIN_CSV,
      keyColumn: 'No',
      extractDate: null,
      partName: '2019',
      renamed: { Company: 'Firm' },
      parts: [{ ...parts[0]!, name: '2020', renamed: { Company: 'Firm', City: 'No' } }],
    });
    const read = unwrap(await project.engine.ingested('Customers 2019'));
    expect(read.columns.map(({ name }) => name)).toEqual(['No', 'Firm', 'City']);
    expect(read.parts).toEqual(['2019', '2020']);
  });

  it('keeps record keys when another part is added below', async () => {
    const project = await testProject('salesforce', [customers]);
    await project.add('mapping.set', accountsOf('Customers 2019'));
    const before = (await rowsOf(project)).map(({ key }) => key);
    const { file, parts } = readTableOf(project, 0);
    await project.add('table.read', {
      tableId: 'Customers 2019',
      sourceId: 's1',
      name: 'Customers',
      file,
      options: PLAIN_CSV,
      keyColumn: 'No',
      extractDate: null,
      partName: 'Customers 2019',
      parts: [...parts, { name: 'Again', file, options: PLAIN_CSV }],
    });
    const after = (await rowsOf(project)).map(({ key }) => key);
    expect(after.filter((key) => before.includes(key))).toEqual(before);
    expect(after.filter((key) => !before.includes(key))).toEqual([
      'Customers 2019:1#2',
      'Customers 2019:2#2',
    ]);
    expect(readTableOf(project, 0).earlier).toEqual([]);
  });
});

describe('a line put right by a person', () => {
  const broken = { id: 'a', csv: 'No,Company\n1,Ada Ltd\n2,Bell,AG,Basel\n3,Curie SA\n' };
  const raw = '2,Bell,AG,Basel';

  it('becomes a row at its place, and the ledger follows; taking the repair back restores it', async () => {
    const project = await testProject('salesforce', [broken]);
    expect(unwrap(await project.engine.ingested('a')).rejected).toMatchObject([{ line: 3, raw }]);
    expect(await totals(project)).toMatchObject({ read: 3, held: 2, rejected: 1 });

    await project.add('row.repaired', { tableId: 'a', raw, cells: ['2', 'Bell, AG Basel'] });
    const read = unwrap(await project.engine.ingested('a'));
    expect(read).toMatchObject({ rowCount: 3, rejected: [], repaired: [{ line: 3, raw }] });
    expect(unwrap(await project.engine.window('a', WHOLE, 0, 9)).cells[1]).toEqual(['2', 'Bell, AG Basel']);
    expect(await totals(project)).toMatchObject({ read: 3, held: 3, rejected: 0 });

    await project.add('row.repaired', { tableId: 'a', raw, cells: null });
    expect(await totals(project)).toMatchObject({ read: 3, held: 2, rejected: 1 });
  });

  it('is put right again in the next extract where the same text comes again', async () => {
    const project = await testProject('salesforce', [
      broken,
      { id: 'b', csv: 'No,Company\n9,New One\n2,Bell,AG,Basel\n' },
    ]);
    await project.add('row.repaired', { tableId: 'a', raw, cells: ['2', 'Bell AG'] });
    const newer = readTableOf(project, 1);
    await project.add('table.read', {
      tableId: 'a',
      sourceId: 's1',
      name: 'a',
      file: newer.file,
      options: PLAIN_CSV,
      keyColumn: 'No',
      extractDate: null,
    });
    expect(unwrap(await project.engine.window('a', WHOLE, 0, 9)).cells).toEqual([
      ['9', 'New One'],
      ['2', 'Bell AG'],
    ]);
    // The other table holds the same line, and nobody repaired it there.
    expect(unwrap(await project.engine.ingested('b')).rejected).toHaveLength(1);
  });
});

const cell = fc.constantFrom('', '1', '2', '7', 'Ada', 'a,b', 'a\nb', 'Ünal');
const good = fc.tuple(cell, cell).map((cells) => cells.map((text) => `"${text}"`).join(','));
const line = fc.oneof(
  { weight: 5, arbitrary: good },
  { weight: 1, arbitrary: fc.constant('9,too,many,cells') },
);
const file = fc.array(line, { maxLength: 12 });

describe('rows read = exported + merged + excluded + rejected + held', () => {
  it('closes for stacked tables with lines that cannot be read, repaired or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(file, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        async (first, others, mapped, repaired) => {
          const csv = (lines: readonly string[]): string => `No,Company\n"0","Zero"\n${lines.join('\n')}\n`;
          const project = await testProject('salesforce', [
            {
              id: 'a',
              csv: csv(first),
              parts: others.map((lines, at) => ({ name: `part ${at + 2}`, csv: csv(lines) })),
            },
          ]);
          if (mapped) await project.add('mapping.set', accountsOf('a'));
          const before = unwrap(await project.engine.ledger());
          expect(before.closes).toBe(true);
          const wrong = before.total.rejected;
          if (repaired) {
            await project.add('row.repaired', {
              tableId: 'a',
              raw: '9,too,many,cells',
              cells: ['9', 'mended'],
            });
          }
          const ledger = unwrap(await project.engine.ledger());
          expect(ledger.closes).toBe(true);
          expect(ledger.total.read).toBe(before.total.read);
          const read = unwrap(await project.engine.ingested('a'));
          expect(read.rejected.length + read.repaired.length).toBe(wrong);
          expect(read.repaired.length).toBe(repaired ? wrong : 0);
          const rows = await rowsOf(project);
          expect(rows).toHaveLength(ledger.total.read);
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
          expect(rows.every(({ sourceName }) => /, (a|part \d)$/.test(sourceName))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
