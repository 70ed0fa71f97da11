import { unwrap } from '@shared/base/result';
import type { Step, StepAction } from '@shared/clean/types';
import type { TableMapping } from '@shared/mapping/types';
import type { RecipeDraft } from '@shared/pipeline/cleaning-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TestProject, testProject } from '../../support/project';

const ACCOUNTS = `No,Company,City,Old code
1,Hartmann GmbH,Köln,x
2, Brandt KG ,koln,y
3,Brandt KG,Köln,
4,Test GmbH,Bern,z
`;

const MAPPING: TableMapping = {
  tableId: 'accounts',
  object: 'Account',
  keyColumn: 'No',
  fields: [
    { field: 'Name', from: { kind: 'column', column: 'Company' }, transforms: [], valueMap: {} },
    { field: 'BillingCity', from: { kind: 'column', column: 'City' }, transforms: [], valueMap: {} },
  ],
};

const step = (id: string, action: StepAction, change: Partial<Step> = {}): Step => ({
  id,
  action,
  where: [],
  enabled: true,
  note: '',
  ...change,
});

const TRIM = step('trim', { kind: 'change', columns: ['Company'], transforms: [{ op: 'trim' }] });
const CITIES = step('cities', {
  kind: 'merge',
  column: 'City',
  method: { kind: 'fingerprint' },
  clusters: [{ to: 'Köln', from: ['Köln', 'koln'], key: 'koln' }],
});
const DROP = step('drop', { kind: 'remove', columns: ['Old code'] });

const PLAIN = { filters: [], sort: null };

async function project(...steps: readonly Step[]): Promise<TestProject> {
  const made = await testProject('salesforce', [{ id: 'accounts', csv: ACCOUNTS }]);
  for (const item of steps) await made.add('step.set', { tableId: 'accounts', step: item, before: null });
  return made;
}

async function columnOf(made: TestProject, column: string): Promise<readonly string[]> {
  const { columns } = unwrap(await made.engine.recipe('accounts'));
  const at = columns.findIndex(({ name }) => name === column);
  return unwrap(await made.engine.window('accounts', PLAIN, 0, 100)).cells.map((cells) => cells[at]!);
}

describe('a saved recipe', () => {
  it('is what windows, facets, profiles and records see', async () => {
    const made = await project(TRIM, CITIES, DROP);
    expect(await columnOf(made, 'Company')).toEqual(['Hartmann GmbH', 'Brandt KG', 'Brandt KG', 'Test GmbH']);
    expect(unwrap(await made.engine.facet('accounts', PLAIN, 'City', 9)).values).toEqual([
      { value: 'Köln', count: 3 },
      { value: 'Bern', count: 1 },
    ]);
    expect(unwrap(await made.engine.profile('accounts')).columns.map(({ name }) => name)).toEqual([
      'No',
      'Company',
      'City',
    ]);
    await made.add('mapping.set', { mapping: MAPPING });
    const mapping = unwrap(await made.engine.mapping('accounts'));
    expect(mapping.samples['BillingCity']).toEqual([
      { from: 'Köln', to: 'Köln', count: 3 },
      { from: 'Bern', to: 'Bern', count: 1 },
    ]);
  });

  it('is reported step by step, with what each touched now and when it was saved', async () => {
    const made = await project(TRIM);
    await made.add('step.set', {
      tableId: 'accounts',
      step: { ...CITIES, enabled: false },
      before: 'trim',
      matched: { values: 9, rows: 40 },
    });
    await made.add('step.set', {
      tableId: 'accounts',
      step: step('fax', { kind: 'remove', columns: ['Fax'] }),
      before: null,
    });
    const report = unwrap(await made.engine.recipe('accounts'));
    expect(
      report.steps.map(({ step: { id }, outcome, lastTime }) => [
        id,
        outcome.stepId,
        outcome.state,
        outcome.rows,
        lastTime,
      ]),
    ).toEqual([
      ['cities', 'cities', 'disabled', 0, { values: 9, rows: 40 }],
      ['trim', 'trim', 'applied', 1, null],
      ['fax', 'fax', 'broken', 0, null],
    ]);
    expect(report.rowCount).toBe(4);
  });

  it('goes with undo and comes back with redo', async () => {
    const made = await project(TRIM);
    const trimmed = await columnOf(made, 'Company');
    await made.add('entry.undone', { seq: made.entries.length });
    expect(made.state.recipes).toEqual({});
    expect(await columnOf(made, 'Company')).toContain(' Brandt KG ');
    await made.add('entry.redone', { seq: made.entries.length - 1 });
    expect(await columnOf(made, 'Company')).toEqual(trimmed);
  });

  it('runs again on a newer extract, catches new spellings and goes on after a step whose column is gone', async () => {
    const steps = [DROP, TRIM, CITIES];
    const made = await testProject('salesforce', [
      { id: 'accounts', csv: 'No,Company,City\n7, Rossi SpA,KÖLN\n8,Weber AG,Bern\n' },
    ]);
    for (const item of steps) await made.add('step.set', { tableId: 'accounts', step: item, before: null });
    const report = unwrap(await made.engine.recipe('accounts'));
    expect(report.steps.map(({ outcome }) => outcome.state)).toEqual(['broken', 'applied', 'applied']);
    expect(report.steps[0]?.outcome.sentence).toContain('Old code');
    expect(report.steps[2]?.outcome.caught).toEqual([{ from: 'KÖLN', to: 'Köln', rows: 1 }]);
    expect(await columnOf(made, 'Company')).toEqual(['Rossi SpA', 'Weber AG']);
  });

  it('recomputes nothing when only a note or a switched-off step changes', async () => {
    const made = await project(TRIM, CITIES);
    await made.engine.profile('accounts');
    await made.add('step.set', { tableId: 'accounts', step: { ...TRIM, note: 'why' }, before: null });
    await made.add('step.set', { tableId: 'accounts', step: { ...DROP, enabled: false }, before: 'trim' });
    await made.engine.profile('accounts');
    expect(unwrap(await made.engine.recipe('accounts')).steps.map(({ outcome }) => outcome.state)).toEqual([
      'disabled',
      'applied',
      'applied',
    ]);
    expect(await made.engine.timings()).toEqual({});
    await made.add('step.set', { tableId: 'accounts', step: { ...CITIES, enabled: false }, before: null });
    await made.engine.profile('accounts');
    expect(Object.keys(await made.engine.timings())).toEqual(['profile']);
  });

  it('is part of what a signature under the mapping covers, in words', async () => {
    const made = await project();
    await made.add('checklist.set', {
      items: [
        {
          id: 'mapping',
          area: 'Mapping',
          question: 'Is the mapping right?',
          guidance: '',
          accountable: 'Owner',
          artefact: { kind: 'mapping' },
          quorum: 1,
          blocking: true,
        },
      ],
    });
    await made.add('mapping.set', { mapping: MAPPING });
    const artefact = async () => unwrap(await made.engine.artefact('mapping'));
    const before = await artefact();
    await made.add('step.set', { tableId: 'accounts', step: TRIM, before: null });
    await made.add('step.set', { tableId: 'accounts', step: { ...DROP, enabled: false }, before: null });
    const after = await artefact();
    expect(after.hash).not.toBe(before.hash);
    expect(after.statement).toBe(`Clean the tables in 1 step. ${before.statement}`);
    expect(after.facts[0]?.label).toBe('accounts, cleaned');
    expect(after.facts[0]?.text).toMatch(/^1\. .*Company/);
    await made.add('step.set', {
      tableId: 'accounts',
      step: { ...TRIM, note: 'asked by Ines' },
      before: null,
    });
    expect((await artefact()).hash).toBe(after.hash);
  });
});

describe('a recipe being made', () => {
  it('is shown without being saved: report, rows before and after its last step, facets, clusters, values', async () => {
    const made = await project(TRIM);
    const draft = [
      TRIM,
      CITIES,
      step('up', { kind: 'change', columns: ['City'], transforms: [{ op: 'case', to: 'upper' }] }),
    ];
    const report = unwrap(await made.engine.draftRecipe('accounts', draft));
    expect(report.steps.map(({ outcome }) => outcome.rows)).toEqual([1, 1, 4]);
    const window = unwrap(await made.engine.draftWindow('accounts', draft, PLAIN, 1, 1));
    expect(window).toEqual({
      total: 4,
      start: 1,
      rows: [1],
      columns: ['No', 'Company', 'City', 'Old code'],
      cells: [['2', 'Brandt KG', 'KÖLN', 'y']],
      before: [['2', 'Brandt KG', 'Köln', 'y']],
    });
    expect(unwrap(await made.engine.draftFacet('accounts', draft, PLAIN, 'City', 9)).values).toEqual([
      { value: 'KÖLN', count: 3 },
      { value: 'BERN', count: 1 },
    ]);
    const query = {
      method: { kind: 'fingerprint' },
      minValues: 2,
      minRows: 1,
      order: 'rows',
      text: '',
    } as const;
    const found = unwrap(await made.engine.valueClusters('accounts', null, 'City', query, 0, 10));
    expect([found.total, found.clusters.map(({ to }) => to)]).toEqual([1, ['Köln']]);
    expect(unwrap(await made.engine.valueClusters('accounts', draft, 'City', query, 0, 10)).total).toBe(0);
    const gone = await made.engine.valueClusters('accounts', [DROP], 'Old code', query, 0, 10);
    expect(gone).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COLUMN' } });
    expect(unwrap(await made.engine.window('accounts', PLAIN, 1, 1)).cells).toEqual([
      ['2', 'Brandt KG', 'koln', 'y'],
    ]);
  });

  it('names saved steps by their ids, which answers the same as the steps themselves', async () => {
    const made = await project(TRIM, CITIES);
    const up = step('up', { kind: 'change', columns: ['City'], transforms: [{ op: 'case', to: 'upper' }] });
    const whole = unwrap(await made.engine.draftRecipe('accounts', [TRIM, CITIES, up]));
    expect(unwrap(await made.engine.draftRecipe('accounts', ['trim', 'cities', up]))).toEqual(whole);
    const window = (draft: RecipeDraft) => made.engine.draftWindow('accounts', draft, PLAIN, 0, 9);
    expect(unwrap(await window(['trim', 'cities', up]))).toEqual(unwrap(await window([TRIM, CITIES, up])));
    expect(await window(['trim', 'gone'])).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_STEP', message: expect.stringContaining('no longer there') },
    });
  });

  it('shows values a transform cannot read before those it changes', async () => {
    const made = await testProject('salesforce', [
      { id: 'accounts', csv: 'No,Since\n1,03.04.2019\n2,soon\n3,2019-01-02\n4,03.04.2019\n5,\n' },
    ]);
    expect(
      unwrap(
        await made.engine.previewTransforms('accounts', null, 'Since', [{ op: 'date', order: 'DMY' }], 10),
      ),
    ).toEqual({
      changes: [
        { from: 'soon', to: 'soon', rows: 1, failed: true },
        { from: '03.04.2019', to: '2019-04-03', rows: 2, failed: false },
      ],
      values: 1,
      rows: 2,
      failedValues: 1,
      failedRows: 1,
    });
  });
});

describe('rows read = exported + merged + excluded + rejected + held', () => {
  it('closes under any recipe', async () => {
    const column = fc.constantFrom('No', 'Company', 'City', 'Old code', 'New', 'Nowhere');
    const action: fc.Arbitrary<StepAction> = fc.oneof(
      column.map(
        (name): StepAction => ({
          kind: 'change',
          columns: [name],
          transforms: [{ op: 'case', to: 'upper' }],
        }),
      ),
      column.map((name): StepAction => ({ kind: 'fillDown', columns: [name] })),
      column.map((name): StepAction => ({ kind: 'remove', columns: [name] })),
      fc.tuple(column, column).map(([from, to]): StepAction => ({ kind: 'rename', column: from, to })),
      fc.tuple(column, column).map(
        ([a, b]): StepAction => ({
          kind: 'join',
          columns: [a, b],
          separator: '',
          skipEmpty: true,
          into: 'New',
          keep: true,
        }),
      ),
      column.map(
        (name): StepAction => ({
          kind: 'split',
          column: name,
          by: { kind: 'separator', separator: ' ' },
          into: ['Company', 'New'],
          keep: false,
        }),
      ),
      column.map((into): StepAction => ({ kind: 'formula', into, expression: 'upper([Company]) & 1' })),
      column.map(
        (name): StepAction => ({
          kind: 'merge',
          column: name,
          method: { kind: 'fingerprint' },
          clusters: [{ to: '1', from: ['2', '3', 'Köln'], key: 'bern' }],
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(action, fc.boolean()), { maxLength: 6 }), async (actions) => {
        const made = await project(
          ...actions.map(([item, enabled], at) => step(`s${at}`, item, { enabled })),
        );
        await made.add('mapping.set', { mapping: MAPPING });
        const ledger = await made.engine.ledger();
        const left = unwrap(await made.engine.recipe('accounts')).columns.map(({ name }) => name);
        if (!['No', 'Company', 'City'].every((name) => left.includes(name))) {
          // A mapped column that the recipe takes away is asked for, never guessed.
          expect(ledger).toMatchObject({ ok: false, error: { code: 'MAPPING_COLUMN_MISSING' } });
          return;
        }
        const { total, closes } = unwrap(ledger);
        expect(closes).toBe(true);
        expect(total.read).toBe(4);
        expect(total.exported + total.merged + total.excluded + total.rejected + total.held).toBe(4);
      }),
      { numRuns: 60 },
    );
  });
});
