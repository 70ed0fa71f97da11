import { quietTask } from '@shared/base/progress';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import { describe, expect, it } from 'vitest';
import { dataFile, dataPresent, filesBelow, rowsOf } from './support';

const present = dataPresent('legacy');
const title = present
  ? 'the public legacy files'
  : 'the public legacy files (absent on this machine: skipped)';

/** Rows × columns of each file, by the collection's manifest. */
const SHAPES: readonly (readonly [path: string, rows: number, columns: number, header: boolean])[] = [
  ['adventureworks/Address.csv', 19614, 9, false],
  ['adventureworks/DimGeography.csv', 655, 11, false],
  ['adventureworks/DimReseller.csv', 701, 20, false],
  ['adventureworks/PersonPhone.csv', 19972, 4, false],
  ['adventureworks/ProspectiveBuyer.csv', 2059, 24, false],
  ['adventureworks/StateProvince.csv', 181, 8, false],
  ['adventureworks/Store.csv', 701, 6, false],
  ['adventureworks/Vendor.csv', 104, 8, false],
  ['company_lists/sec_foreign_companies.csv', 1320, 2, false],
  ['doaj_articles/doaj-article-sample.csv', 1001, 11, true],
  ['government_contracts/government_contracts.csv', 6422, 10, true],
  ['ks_1033/ks_1033_data.csv', 1575, 14, true],
  ['messy_hr/messy_HR_data.csv', 1000, 10, true],
  ['messy_warehouse/warehouse_messy_data.csv', 1000, 10, true],
  ['npsp_1k/Account.csv', 1223, 9, true],
  ['npsp_1k/Contact.csv', 1024, 9, true],
  ['npsp_1k/Opportunity.csv', 1517, 10, true],
  ['npsp_1k/npe4__Relationship__c.csv', 1308, 4, true],
  ['portal_rodents/Portal_rodents_19772002_simplified.csv', 790, 16, true],
  ['us_500/us-500.csv', 500, 12, true],
];

async function open(path: string) {
  const file = dataFile(`legacy/${path}`);
  const inspection = await inspectFile(file, path, quietTask);
  if (!inspection.ok) return inspection.error.code;
  const { options } = inspection.value.tables[0]!;
  const read = await readTable(file, path, options, quietTask);
  return read.ok ? { options, read: read.value } : read.error.code;
}

describe.skipIf(!present)(title, () => {
  it.each(SHAPES)('%s: %i rows, %i columns, header %s', async (path, rows, columns, header) => {
    const opened = await open(path);
    if (typeof opened === 'string') throw new Error(opened);
    const { table, rejected } = opened.read;
    expect([table.rowCount, table.columns.length, opened.options.headerRow !== null]).toEqual([
      rows,
      columns,
      header,
    ]);
    expect(rejected).toEqual([]);
  });

  it('the bulk format with +| between cells and &| at row ends keeps XML and line breaks in its cells', async () => {
    const opened = await open('adventureworks/Store.csv');
    if (typeof opened === 'string') throw new Error(opened);
    const [first] = rowsOf(opened.read.table);
    expect(first!.slice(0, 3)).toEqual(['292', 'Next-Door Bike Store', '279']);
    expect(first![3]).toMatch(/^<StoreSurvey .*<\/StoreSurvey>$/s);
    expect(first![5]).toMatch(/^\d{4}-\d{2}-\d{2} [\d:.]+$/);
  });

  it('all the others read, or are named for what they are', async () => {
    for (const path of filesBelow('legacy')) {
      const opened = await open(path);
      if (path.endsWith('.json') || path.endsWith('.md')) continue;
      expect(typeof opened, `${path}: ${JSON.stringify(opened).slice(0, 80)}`).toBe('object');
    }
    expect(await open('salesforce_samples/ebikes__Accounts.json')).toBe('NOT_A_TABLE');
  });
});
