import { unwrap } from '@shared/base/result';
import type { Derivation } from '@shared/derive/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_CSV, readTableOf, type TestProject, testProject, totals } from '../../support/project';

const WHOLE = { filters: [], sort: null } as const;
const ALL = { disposition: null, tableId: null, reason: null, text: '', start: 0, count: 200 } as const;

const CONTACTS =
  'No,Name,Type,Company,City\n' +
  '1,Ada Moser,P, Bell AG,Basel\n' +
  '2,Ben Keller,P,Bell AG,Basel\n' +
  '3,Curie SA,C,,Paris\n' +
  '4,Dora Huber,P,Dane GmbH,Kiel\n';

const ORGANISATIONS: Derivation = {
  kind: 'apart',
  from: 'list',
  where: [{ kind: 'equals', column: 'Type', values: ['C'], not: false }],
};
const EMPLOYERS: Derivation = { kind: 'distinct', from: 'list', by: ['Company'], columns: ['City'] };

const SOURCES = {
  id: 'sources',
  area: 'Sources',
  question: 'Are these the sources?',
  guidance: '',
  accountable: 'Owner',
  artefact: { kind: 'sources' as const },
  quorum: 1,
  blocking: true,
};

const field = (name: string, column: string) => ({
  field: name,
  from: { kind: 'column' as const, column },
  transforms: [],
  valueMap: {},
});

async function derive(
  project: TestProject,
  tableId: string,
  derivation: Derivation,
  keyColumn: string | null,
) {
  await project.add('table.derived', { tableId, name: tableId, derivation, keyColumn });
}

async function cells(project: TestProject, tableId: string) {
  return unwrap(await project.engine.window(tableId, WHOLE, 0, 50)).cells;
}

describe('a contact list that holds companies too', () => {
  async function project() {
    const made = await testProject('salesforce', [{ id: 'list', csv: CONTACTS }]);
    await derive(made, 'orgs', ORGANISATIONS, 'No');
    await derive(made, 'firms', EMPLOYERS, 'Company');
    await made.add('step.set', {
      tableId: 'list',
      step: {
        id: 'trim',
        action: { kind: 'change', columns: ['Company'], transforms: [{ op: 'trim' }] },
        where: [],
        enabled: true,
        note: '',
      },
      before: null,
    });
    return made;
  }

  it('is divided after cleaning: each row stands in one table, companies are made from the rows that stay', async () => {
    const made = await project();
    expect((await cells(made, 'list')).map(([no]) => no)).toEqual(['1', '2', '4']);
    expect(await cells(made, 'orgs')).toEqual([['3', 'Curie SA', 'C', '', 'Paris']]);
    expect(await cells(made, 'firms')).toEqual([
      ['Bell AG', 'Basel'],
      ['Dane GmbH', 'Kiel'],
    ]);
  });

  it('keeps the lines of the file', async () => {
    const made = await project();
    const lines = async (tableId: string, rows: readonly number[]) =>
      unwrap(await made.engine.places(tableId, rows)).map(({ line }) => line);
    expect(await lines('list', [0, 1, 2])).toEqual([2, 3, 5]);
    expect(await lines('orgs', [0])).toEqual([4]);
    expect(await lines('firms', [0, 1])).toEqual([2, 5]);
  });

  it('fills two objects, people pointing to the companies made from them; the ledger tells rows read from rows made', async () => {
    const made = await project();
    await made.add('mapping.set', {
      mapping: {
        tableId: 'firms',
        object: 'Account',
        keyColumn: 'Company',
        fields: [field('Name', 'Company')],
      },
    });
    await made.add('mapping.set', {
      mapping: { tableId: 'orgs', object: 'Account', keyColumn: 'No', fields: [field('Name', 'Name')] },
    });
    await made.add('mapping.set', {
      mapping: {
        tableId: 'list',
        object: 'Contact',
        keyColumn: 'No',
        fields: [
          field('LastName', 'Name'),
          {
            field: 'AccountId',
            from: { kind: 'reference', column: 'Company', table: 'firms', by: null },
            transforms: [],
            valueMap: {},
          },
        ],
      },
    });
    const issues = unwrap(await made.engine.issues()).flatMap(({ groups }) => groups.map(({ code }) => code));
    expect(issues).toEqual([]);
    const ledger = unwrap(await made.engine.ledger());
    expect(ledger.closes).toBe(true);
    expect(ledger.total).toMatchObject({ read: 4, made: 2 });
    expect(ledger.lines).toMatchObject([
      { tableId: 'list', object: 'Contact', read: 3 },
      { tableId: 'orgs', object: 'Account', read: 1 },
      { tableId: 'firms', object: 'Account', read: 0, made: 2 },
    ]);
    const keys = unwrap(await made.engine.ledgerRows(ALL)).rows.map(({ key }) => key);
    expect(keys).toEqual(['list:1', 'list:2', 'list:4', 'orgs:3', 'firms:Bell AG', 'firms:Dane GmbH']);
    await made.add('checklist.set', { items: [SOURCES] });
    const sources = unwrap(await made.engine.artefact('sources'));
    expect(sources.statement).toBe('Migrate from 1 source with 3 tables and 4 rows read, 2 made from them.');
  });

  it('is suggested as the parent of the people it was made from', async () => {
    const made = await project();
    await made.add('mapping.set', {
      mapping: {
        tableId: 'firms',
        object: 'Account',
        keyColumn: 'Company',
        fields: [field('Name', 'Company')],
      },
    });
    const found = unwrap(await made.engine.suggest('list', 'Contact'));
    const parent = found.fields.find((item) => item.field === 'AccountId');
    expect(parent?.mapping.from).toEqual({ kind: 'reference', column: 'Company', table: 'firms', by: null });
  });

  it('follows a newer extract, and comparing with it looks at all rows of the file', async () => {
    const made = await project();
    const newer = `${CONTACTS}5,Eve Frei,P,Eiger AG,Thun\n`;
    const found = unwrap(
      await made.engine.compareExtracts({
        tableId: 'list',
        file: new Blob([newer]),
        fileName: 'newer.csv',
        options: PLAIN_CSV,
        renamed: {},
        part: 0,
      }),
    );
    expect(found.rows).toMatchObject({ before: 4, after: 5, same: 4, added: 1 });
    const changed = unwrap(
      await made.engine.compareExtracts({
        tableId: 'list',
        file: new Blob(['No,Name,Firm,City\n1,Ada Moser,Bell AG,Basel\n']),
        fileName: 'newer.csv',
        options: PLAIN_CSV,
        renamed: {},
        part: 0,
      }),
    );
    expect(changed.unfit).toContain(
      '"Type" is missing, and orgs is made with it: choose another column there.',
    );
    expect(changed.unfit).toContain(
      '"Company" is missing, and firms is made with it: choose another column there.',
    );
  });

  it('has no file of its own to be replaced', async () => {
    const made = await project();
    const refused = await made.engine.compareExtracts({
      tableId: 'firms',
      file: new Blob(['Company\n']),
      fileName: 'newer.csv',
      options: PLAIN_CSV,
      renamed: {},
      part: 0,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'TABLE_DERIVED' } });
  });

  it('shows what a derivation would make before it is saved, beside those that stand', async () => {
    const made = await project();
    const draft = unwrap(
      await made.engine.draftDerived(null, {
        ...ORGANISATIONS,
        where: [{ kind: 'blank', column: 'Name', blank: false }],
      }),
    );
    expect(draft).toMatchObject({ rowCount: 3, fromRows: 4 });
    const again = unwrap(await made.engine.draftDerived('orgs', ORGANISATIONS));
    expect(again).toMatchObject({
      rowCount: 1,
      rows: [['3', 'Curie SA', 'C', '', 'Paris']],
    });
  });

  it('is no longer proposed what was made', async () => {
    const made = await testProject('salesforce', [
      { id: 'list', csv: CONTACTS.replaceAll(',C,', ',Firma,').replaceAll(',P,', ',Person,') },
    ]);
    const kinds = async () =>
      unwrap(await made.engine.derivations('list')).map(({ derivation }) => derivation.kind);
    expect(await kinds()).toContain('apart');
    await derive(made, 'orgs', ORGANISATIONS, 'No');
    expect(await kinds()).not.toContain('apart');
  });
});

describe('rows read + rows made = exported + merged + excluded + rejected + held', () => {
  it('closes for any tables made from a table, its rows all in one place', async () => {
    const part = fc.record({
      kind: fc.constantFrom('apart' as const, 'distinct' as const, 'items' as const),
      from: fc.constantFrom('a', 'd0', 'd1'),
      value: fc.constantFrom('x', 'y', ''),
      mapped: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('x', 'y', 'x;y', ''), fc.constantFrom('p', 'q', '')), {
          maxLength: 12,
        }),
        fc.array(part, { maxLength: 3 }),
        async (rows, parts) => {
          const csv = `No,Kind,Of\n${rows.map(([kind, of], i) => `${i},${kind},${of}`).join('\n')}\n9,broken,row,here\n`;
          const project = await testProject('salesforce', [{ id: 'a', csv }]);
          for (const [i, { kind, from, value }] of parts.entries()) {
            const derivation: Derivation =
              kind === 'apart'
                ? { kind, from, where: [{ kind: 'equals', column: 'Kind', values: [value], not: false }] }
                : kind === 'distinct'
                  ? { kind, from, by: ['Kind'], columns: ['Of', 'No'] }
                  : { kind, from, columns: ['Kind'], separator: ';', into: 'Kind', keep: ['Of', 'No'] };
            await derive(project, `d${i}`, derivation, null);
          }
          for (const { id } of project.state.tables) {
            const i = Number(id.slice(1));
            if (id === 'a' || parts[i]?.mapped)
              await project.add('mapping.set', {
                mapping: { tableId: id, object: 'Account', keyColumn: null, fields: [field('Name', 'Kind')] },
              });
          }
          const ledger = unwrap(await project.engine.ledger());
          expect(ledger.closes).toBe(true);
          const { read, made = 0, exported, merged, excluded, rejected, held } = await totals(project);
          expect(read).toBe(rows.length + 1);
          expect(read + made).toBe(exported + merged + excluded + rejected + held);
          expect(readTableOf(project, 0).id).toBe('a');
        },
      ),
      { numRuns: 40 },
    );
  });
});
