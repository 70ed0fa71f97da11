import type { RecordSet } from '@shared/mapping/types';
import { columnOf } from '@shared/table/column';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import type { TargetField, TargetObject } from '@shared/target/types';
import { fieldsLookedAt } from '@shared/validate/field-context';
import { validateRecords } from '@shared/validate/validate-records';
import { describe, expect, it } from 'vitest';

const salesforce = builtInTarget('salesforce')!;
const account = objectNamed(salesforce, 'Account')!;
const plain = account.fields.find(({ api }) => api === 'Fax')!;

const list = (api: string, picklist: readonly string[], more: Partial<TargetField> = {}): TargetField => ({
  ...plain,
  api,
  label: api,
  type: 'picklist',
  maxLength: null,
  picklist,
  restricted: true,
  ...more,
});

const REGION = list('Region', ['North', 'South']);
const OFFICE = list('Office', ['Kiel', 'Ulm', 'Bonn'], {
  dependsOn: {
    field: 'Region',
    allowed: [
      { when: 'North', values: ['Kiel', 'Bonn'] },
      { when: 'South', values: ['Ulm'] },
    ],
  },
});

const objectOf = (...fields: readonly TargetField[]): TargetObject => ({
  ...account,
  fields: [account.fields[0]!, ...fields],
});

function recordsOf(cells: Readonly<Record<string, readonly string[]>>): RecordSet {
  const columns = Object.entries(cells).map(([name, values]) => columnOf(name, values));
  const count = columns[0]!.codes.length;
  return {
    object: 'Account',
    count,
    keys: Array.from({ length: count }, (_, at) => `t:${at}`),
    tables: ['t'],
    table: new Uint16Array(count),
    row: Uint32Array.from({ length: count }, (_, at) => at),
    columns,
    references: [],
  };
}

const found = (records: RecordSet, object: TargetObject, merged = true) =>
  validateRecords(records, object, salesforce, merged).groups.map(
    ({ id, severity, sentence, records: at }) => ({
      id,
      severity,
      sentence,
      records: [...at],
    }),
  );

describe('a list that depends on another field', () => {
  const records = recordsOf({
    Region: ['North', 'North', 'South', '', 'South', ''],
    Office: ['Kiel', 'Ulm', 'Ulm', 'Bonn', '', ''],
  });

  it('refuses values that do not go with the controlling value, under the code of the loader', () => {
    expect(found(records, objectOf(REGION, OFFICE))).toEqual([
      {
        id: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Office:dependentValue',
        severity: 'error',
        sentence: '2 accounts have an Office that does not go with their Region; the loader refuses it.',
        records: [1, 3],
      },
    ]);
  });

  it('only warns where the list takes other values, too', () => {
    expect(found(records, objectOf(REGION, { ...OFFICE, restricted: false }))).toMatchObject([
      { severity: 'warning', records: [1, 3] },
    ]);
  });

  it('leaves values outside the whole list to the rule about lists', () => {
    const wrong = recordsOf({ Region: ['North'], Office: ['Rome'] });
    expect(found(wrong, objectOf(REGION, OFFICE)).map(({ id }) => id)).toEqual([
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Office',
    ]);
  });

  it('looks at every value of a cell with several', () => {
    const several = recordsOf({ Region: ['North', 'North'], Office: ['Kiel;Bonn', 'Kiel;Ulm'] });
    const many = objectOf(REGION, { ...OFFICE, type: 'multiselect' });
    expect(found(several, many)).toMatchObject([{ records: [1] }]);
  });

  it('takes every value for missing where the controlling field is not filled', () => {
    expect(found(recordsOf({ Office: ['Kiel', ''] }), objectOf(REGION, OFFICE))).toMatchObject([
      { records: [0] },
    ]);
  });

  it('is checked anew when the controlling field changes', () => {
    expect(fieldsLookedAt(OFFICE, objectOf(REGION, OFFICE))).toEqual(['Region', 'Office']);
    expect(fieldsLookedAt(REGION, objectOf(REGION, OFFICE))).toEqual(['Region']);
  });
});

describe('fields that are unique together', () => {
  const member = objectNamed(salesforce, 'CampaignMember')!;
  const pairs = recordsOf({
    CampaignId: ['c1', 'c1', 'c1', 'c2', 'c1'],
    ContactId: ['p1', 'p1', 'p2', 'p1', ''],
    LeadId: ['', '', '', '', 'l1'],
  });
  const together = (merged: boolean) =>
    found({ ...pairs, object: 'CampaignMember' }, member, merged).filter(({ id }) => id.includes('Together'));

  it('are refused where a combination is there twice', () => {
    expect(together(true)).toEqual([
      {
        id: 'DUPLICATE_VALUE:ContactId:duplicateTogether',
        severity: 'error',
        sentence:
          '2 campaign members have the same Campaign ID and Contact ID as another; Salesforce (Sales Cloud) takes each combination once.',
        records: [0, 1],
      },
    ]);
  });

  it('are a warning before duplicates are merged', () => {
    expect(together(false)).toMatchObject([{ severity: 'warning' }]);
  });
});
