import { readOpenRefineHistory } from '@shared/clean/openrefine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const engineConfig = { facets: [], mode: 'row-based' };

function read(...operations: readonly unknown[]) {
  const result = readOpenRefineHistory(operations);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The action of a text transform with this GREL expression, or the sentence why there is none. */
function transformed(expression: string, onError = 'keep-original'): unknown {
  const { steps, skipped } = read({
    op: 'core/text-transform',
    engineConfig,
    columnName: 'City',
    expression,
    onError,
    repeat: false,
    repeatCount: 10,
    description: 'Text transform on cells in column City',
  });
  const action = steps[0]?.action;
  if (action === undefined) return skipped[0]?.sentence;
  return action.kind === 'change' ? action.transforms : action;
}

describe('readOpenRefineHistory', () => {
  it('reads mass edits as merges without a key', () => {
    const { steps } = read({
      op: 'core/mass-edit',
      engineConfig,
      columnName: 'City',
      expression: 'value',
      edits: [
        { from: ['berlin', 'BERLIN'], fromBlank: false, fromError: false, to: 'Berlin' },
        { from: [], fromBlank: true, fromError: false, to: 'unknown' },
      ],
    });
    expect(steps).toEqual([
      {
        id: 'refine-1',
        action: {
          kind: 'merge',
          column: 'City',
          method: { kind: 'fingerprint' },
          clusters: [
            { to: 'Berlin', from: ['berlin', 'BERLIN'], key: null },
            { to: 'unknown', from: [''], key: null },
          ],
        },
        where: [],
        enabled: true,
        note: '',
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['value.trim()', [{ op: 'trim' }]],
    ['grel:value.trim().toUppercase()', [{ op: 'trim' }, { op: 'case', to: 'upper' }]],
    ['toLowercase(value)', [{ op: 'case', to: 'lower' }]],
    [
      'value.toTitlecase()',
      [
        { op: 'case', to: 'lower' },
        { op: 'case', to: 'name' },
      ],
    ],
    ['value.replace("a","b")', [{ op: 'replace', find: 'a', with: 'b' }]],
    ["value.replace(/\\s+/,' ')", [{ op: 'replacePattern', pattern: '\\s+', with: ' ', ignoreCase: false }]],
    ['value.toNumber()', [{ op: 'number', decimal: '.' }]],
    ["value.toDate('dd/MM/yyyy')", [{ op: 'date', order: 'DMY' }]],
    ['value.split(",")[0].trim()', [{ op: 'formula', expression: 'trim(split(value, ",", 1))' }]],
    ['"+49 " + value', [{ op: 'formula', expression: '("+49 " & value)' }]],
    ['value.toNumber() + 1', [{ op: 'formula', expression: '(number(value) + 1)' }]],
    [
      'if(isBlank(value), "none", value)',
      [{ op: 'formula', expression: 'if(isBlank(value), "none", value)' }],
    ],
    ['value.substring(0, 3)', [{ op: 'formula', expression: 'left(value, 3)' }]],
    ['value[0,1]', 'Its expression uses what has no counterpart here. Write it anew as a formula.'],
    ['jython:return value', 'Its expression uses what has no counterpart here. Write it anew as a formula.'],
    ['value.toString()', 'It changes no text: values are text here until they are mapped.'],
    [
      'cells["Town"].value + value',
      { kind: 'formula', into: 'City', expression: 'ifError(([Town] & [City]), [City])' },
    ],
  ])('reads %s', (expression, expected) => {
    expect(transformed(expression)).toEqual(expected);
  });

  it('reads splits, renames, removals, additions and fill down', () => {
    const { steps, skipped } = read(
      {
        op: 'core/column-split',
        engineConfig,
        columnName: 'Name',
        guessCellType: true,
        removeOriginalColumn: true,
        mode: 'separator',
        separator: ' ',
        regex: false,
        maxColumns: 2,
      },
      { op: 'core/column-rename', oldColumnName: 'Name 1', newColumnName: 'First' },
      { op: 'core/column-removal', columnName: 'Old' },
      {
        op: 'core/column-addition',
        engineConfig,
        baseColumnName: 'First',
        newColumnName: 'Greeting',
        columnInsertIndex: 2,
        expression: '"Dear " + value',
        onError: 'set-to-blank',
      },
      { op: 'core/fill-down', engineConfig, columnName: 'Group' },
    );
    expect(skipped).toEqual([]);
    expect(steps.map(({ action }) => action)).toEqual([
      {
        kind: 'split',
        column: 'Name',
        by: { kind: 'separator', separator: ' ' },
        into: ['Name 1', 'Name 2'],
        keep: false,
      },
      { kind: 'rename', column: 'Name 1', to: 'First' },
      { kind: 'remove', columns: ['Old'] },
      { kind: 'formula', into: 'Greeting', expression: '("Dear " & [First])' },
      { kind: 'fillDown', columns: ['Group'] },
    ]);
  });

  it('sees in later operations how many parts a split made', () => {
    const { steps } = read(
      {
        op: 'core/column-split',
        engineConfig,
        columnName: 'Tags',
        separator: ';',
        maxColumns: 0,
        removeOriginalColumn: true,
      },
      { op: 'core/column-removal', columnName: 'Tags 5' },
    );
    expect(steps[0]).toMatchObject({ action: { into: ['Tags 1', 'Tags 2', 'Tags 3', 'Tags 4', 'Tags 5'] } });
    expect(steps[0]?.note).toContain('here they are 5 columns');
  });

  it('turns facets into conditions, and leaves out what they cannot express', () => {
    const facets = [
      {
        type: 'list',
        columnName: 'State',
        expression: 'value',
        selection: [{ v: { v: 'NY', l: 'NY' } }],
        selectBlank: true,
        invert: false,
      },
      { type: 'text', columnName: 'City', query: 'york', mode: 'text', caseSensitive: false },
    ];
    const trim = { op: 'core/text-transform', columnName: 'City', expression: 'value.trim()' };
    expect(read({ ...trim, engineConfig: { facets, mode: 'row-based' } }).steps[0]?.where).toEqual([
      { kind: 'equals', column: 'State', values: ['NY', ''], not: false },
      { kind: 'contains', column: 'City', text: 'york', not: false },
    ]);
    const range = {
      ...trim,
      engineConfig: { facets: [{ type: 'range', columnName: 'Age', from: 1, to: 2 }], mode: 'row-based' },
    };
    expect(read(range)).toMatchObject({
      steps: [],
      skipped: [{ sentence: expect.stringContaining('facet') }],
    });
  });

  it('says why an operation is left out', () => {
    const { steps, skipped } = read(
      { op: 'core/blank-down', columnName: 'Group', description: 'Blank down cells in column Group' },
      { op: 'core/multivalued-cell-split', columnName: 'Tags' },
      { op: 'core/column-rename' },
      { op: 'core/new-thing' },
    );
    expect(steps).toEqual([]);
    expect(skipped.map(({ sentence }) => sentence)).toEqual([
      'Emptying repeated values is left out: it would lose what every row says for itself.',
      'Splitting or joining rows is left out: rows are never added or removed by cleaning.',
      'It is damaged: a part of it is missing or too long.',
      'It has no counterpart here.',
    ]);
    expect(skipped[0]?.operation).toBe('Blank down cells in column Group');
  });

  it('refuses what is no history', () => {
    const result = readOpenRefineHistory({ steps: [] });
    expect(result.ok ? '' : result.error.code).toBe('HISTORY_UNKNOWN');
  });

  it('survives any JSON and any expression', () => {
    const operation = fc.record(
      {
        op: fc.constantFrom(
          'core/mass-edit',
          'core/text-transform',
          'core/column-split',
          'core/column-addition',
          'core/column-rename',
          'x',
        ),
        columnName: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        baseColumnName: fc.string(),
        newColumnName: fc.string(),
        expression: fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                'value',
                '.trim()',
                '(',
                ')',
                '[0]',
                '"a"',
                '+',
                'cells["x"]',
                '/a/',
                '.split(",")',
                '!',
                'if(',
              ),
              { maxLength: 12 },
            )
            .map((all) => all.join('')),
        ),
        edits: fc.jsonValue(),
        engineConfig: fc.jsonValue(),
        maxColumns: fc.oneof(fc.integer(), fc.double()),
        fieldLengths: fc.jsonValue(),
      },
      { requiredKeys: ['op'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(operation, { maxLength: 5 })), (json) => {
        const result = readOpenRefineHistory(json);
        if (result.ok && Array.isArray(json))
          expect(result.value.steps.length + result.value.skipped.length).toBe(json.length);
      }),
      { numRuns: 300 },
    );
  });
});
