import 'fake-indexeddb/auto';
import type { TableMapping } from '@shared/mapping/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WinnowDatabase } from '../../../src/renderer/store/database';
import { writePreference } from '../../../src/renderer/store/preferences';
import {
  forgetMappings,
  rememberedMappings,
  rememberMappings,
} from '../../../src/renderer/store/remembered-mappings';

let database: WinnowDatabase;
let names = 0;
beforeEach(() => {
  const watcher = { onSuperseded: () => undefined, onBlocked: () => undefined };
  database = openDatabase('relaxed', watcher, `remembered-${++names}`);
});
afterEach(() => database.delete());

const mapping = (column: string, field: string): TableMapping => ({
  tableId: 't',
  object: 'Account',
  keyColumn: null,
  fields: [{ field, from: { kind: 'column', column }, transforms: [], valueMap: {} }],
});

describe('remembered mappings', () => {
  it('are kept over mappings and projects until they are forgotten', async () => {
    expect(await rememberedMappings(database)).toEqual([]);
    await rememberMappings(database, 'salesforce', [mapping('Kd-Nr', 'AccountNumber')]);
    await rememberMappings(database, 'salesforce', [mapping('Firma', 'Name')]);
    expect(await rememberedMappings(database)).toEqual([
      { system: 'salesforce', object: 'Account', header: 'Kd-Nr', field: 'AccountNumber' },
      { system: 'salesforce', object: 'Account', header: 'Firma', field: 'Name' },
    ]);
    await forgetMappings(database);
    expect(await rememberedMappings(database)).toEqual([]);
  });

  it('start anew where what is stored no longer reads', async () => {
    await writePreference(database, 'mapping.remembered', [{ header: 7 }]);
    expect(await rememberedMappings(database)).toEqual([]);
  });
});
