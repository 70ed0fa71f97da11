import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { suggestDerivations } from '@shared/derive/suggest';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import { profileTable } from '@shared/profile/profile-table';
import { describe, expect, it } from 'vitest';
import { dataFile, dataPresent } from '../ingest/support';

const present = dataPresent('legacy');
const title = present
  ? 'tables worth making from the public legacy files'
  : 'tables worth making from the public legacy files (absent on this machine: skipped)';

async function reasons(path: string): Promise<readonly string[]> {
  const file = dataFile(`legacy/${path}`);
  const { tables } = unwrap(await inspectFile(file, path, quietTask));
  const { table, columns } = unwrap(await readTable(file, path, tables[0]!.options, quietTask));
  const profile = profileTable(table, columns, '2026-11-22');
  return suggestDerivations({ tableId: 't', name: 'List', table, profile }).map(({ reason }) => reason);
}

describe.skipIf(!present)(title, () => {
  it.each([
    [
      'odoo_import_samples/res.partner.csv',
      [
        'Company Type says which rows are people and which are organisations: 2 rows of 6 rows are organisations.',
      ],
    ],
    ['us_500/us-500.csv', ['500 rows of people name 500 companies in company_name.']],
    [
      'messy_imdb/Cleaned_IMDB_Dataset.csv',
      ['Genre holds lists: 87 % of its filled cells have several entries, 20 different entries in all.'],
    ],
    ['npsp_1k/Account.csv', []],
    ['npsp_1k/Contact.csv', []],
    ['npsp_1k/Opportunity.csv', []],
    ['portal_rodents/Portal_rodents_19772002_simplified.csv', []],
    ['government_contracts/government_contracts.csv', []],
    ['messy_hr/messy_HR_data.csv', []],
    ['messy_warehouse/warehouse_messy_data.csv', []],
    ['adventureworks/ProspectiveBuyer.csv', []],
  ])('%s', async (path, expected) => {
    expect(await reasons(path)).toEqual(expected);
  });
});
