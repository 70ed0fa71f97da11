import { unwrap } from '@shared/base/result';
import { writeMapping } from '@shared/journal/written-mapping';
import type { TableMapping } from '@shared/mapping/types';
import { expect, it } from 'vitest';
import { testProject } from '../../support/project';

const NAMES = ['__proto__', 'constructor', 'toString'];

it('values called after what every object has are placed like others', async () => {
  const made = await testProject('salesforce', [
    { id: 'a', csv: `id,name,trade\n${NAMES.map((name, at) => `${at},Firm ${at},${name}`).join('\n')}\n` },
  ]);
  const mapping = (placed: readonly string[]): TableMapping => ({
    tableId: 'a',
    object: 'Account',
    keyColumn: 'id',
    fields: [
      { field: 'Name', from: { kind: 'column', column: 'name' }, transforms: [], valueMap: {} },
      {
        field: 'Industry',
        from: { kind: 'column', column: 'trade' },
        transforms: [],
        valueMap: Object.fromEntries(placed.map((name) => [name, 'Banking'])),
      },
    ],
  });
  const unplaced = async (draft: TableMapping) =>
    unwrap(await made.engine.draftMapping('a', draft)).unmapped['Industry']?.map(({ value }) => value);
  expect(await unplaced(mapping([]))).toEqual([...NAMES].sort());
  expect(await unplaced(mapping(NAMES))).toEqual([]);
  await made.add('mapping.set', { mapping: writeMapping(mapping(NAMES)) });
  const [report] = unwrap(await made.engine.issues());
  expect(report?.groups.map(({ id }) => id)).toEqual([]);
});
