import { seededRandom } from '../../src/shared/base/random';
import { makeAccounting } from './accounting';
import { csvText, windows1252 } from './csv';
import { ERASURE_HEADER, erasureRequests } from './erasure';
import type { SampleRow } from './model';
import { CRM_ACCOUNT_HEADER, crmAccounts } from './old-crm';
import { CRM_CONTACT_HEADER, crmContacts } from './old-crm-contacts';
import { CRM_OPPORTUNITY_HEADER, crmOpportunities } from './old-crm-opportunities';
import { makePresence } from './presence';
import { SALES_HEADER, salesContacts } from './sales';
import { accountingWorkbook } from './workbook';
import { makeWorld } from './world';

/** The seed of the committed samples. */
export const SAMPLE_SEED = 'northgate-1';

/**
 * All sample files by path inside the samples folder. Equal seeds give equal bytes. `scale` shrinks the estate, for tests
 * that need one of the same kind and no more.
 */
export function buildSamples(seed: string, scale = 1): ReadonlyMap<string, Uint8Array> {
  const world = makeWorld(seed, scale);
  const presence = makePresence(seededRandom(`${seed}/presence`), world);
  const accounts = crmAccounts(seededRandom(`${seed}/crm-accounts`), world, presence);
  const contacts = crmContacts(seededRandom(`${seed}/crm-contacts`), world, presence, accounts);
  const opportunities = crmOpportunities(
    seededRandom(`${seed}/crm-opportunities`),
    world,
    accounts,
    contacts,
  );
  const accounting = makeAccounting(seededRandom(`${seed}/accounting`), world, presence);
  const sales = salesContacts(seededRandom(`${seed}/sales`), world, presence);
  const erasure = erasureRequests(seededRandom(`${seed}/erasure`), world, presence);

  return new Map([
    ['old-crm-accounts.csv', crmFile(CRM_ACCOUNT_HEADER, accounts.rows)],
    ['old-crm-contacts.csv', crmFile(CRM_CONTACT_HEADER, contacts.rows)],
    ['old-crm-opportunities.csv', crmFile(CRM_OPPORTUNITY_HEADER, opportunities)],
    ['accounting.xlsx', accountingWorkbook(accounting)],
    ['sales-contacts.csv', officeFile(SALES_HEADER, sales)],
    ['erasure-requests.csv', officeFile(ERASURE_HEADER, erasure)],
    [
      'truth/accounts.csv',
      truthFile([
        ['old-crm-accounts.csv', '', accounts.rows],
        ['accounting.xlsx', 'Debitoren', accounting.debtors],
      ]),
    ],
    [
      'truth/contacts.csv',
      truthFile([
        ['old-crm-contacts.csv', '', contacts.rows],
        ['accounting.xlsx', 'Ansprechpartner', accounting.partners],
        ['sales-contacts.csv', '', sales],
      ]),
    ],
    ['truth/opportunities.csv', truthFile([['old-crm-opportunities.csv', '', opportunities]])],
    ['truth/erasure.csv', truthFile([['erasure-requests.csv', '', erasure]])],
  ]);
}

/** The old CRM exports windows-1252 with semicolons and CRLF; a spoiled line keeps its stray delimiter unquoted. */
function crmFile(header: readonly string[], rows: readonly SampleRow[]): Uint8Array {
  const text = csvText([header, ...rows.map((row) => row.cells)], { delimiter: ';', lineEnding: '\r\n' });
  return windows1252(text);
}

/** Spreadsheets saved by the office: UTF-8 with a byte order mark, commas, CRLF. */
function officeFile(header: readonly string[], rows: readonly SampleRow[]): Uint8Array {
  const text = csvText([header, ...rows.map((row) => row.cells)], { delimiter: ',', lineEnding: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}`);
}

function truthFile(parts: readonly (readonly [string, string, readonly SampleRow[]])[]): Uint8Array {
  const rows = parts.flatMap(([file, sheet, list]) =>
    list.map((row, index) => [file, sheet, String(index + 1), row.entity]),
  );
  const text = csvText([['file', 'sheet', 'row', 'entity_id'], ...rows], {
    delimiter: ',',
    lineEnding: '\n',
  });
  return new TextEncoder().encode(text);
}
