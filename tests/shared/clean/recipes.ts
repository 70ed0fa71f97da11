import type { Step, StepAction, StepCondition, ValueTransform } from '@shared/clean/types';
import fc from 'fast-check';

/** Names of columns that random tables and recipes share. */
export const NAMES = ['A', 'B', 'C', 'D'] as const;

const name = fc.constantFrom(...NAMES);
const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', ' ', 'x y', '12', 'Berlin'));
const pattern = fc.constantFrom('a+', '([a-z])([0-9])?', '(', '\\s');
const expression = fc.constantFrom(
  'value & "!"',
  'upper(value)',
  '[A] & [B]',
  'number(A) * 2',
  '1 +',
  'isBlank(C)',
  'left(D, 2)',
);

const transform: fc.Arbitrary<ValueTransform> = fc.oneof(
  fc.constantFrom<ValueTransform>(
    { op: 'trim' },
    { op: 'squeeze' },
    { op: 'unicode', form: 'NFKC', controls: true },
    { op: 'case', to: 'name' },
    { op: 'case', to: 'sentence' },
    { op: 'date', order: 'DMY' },
    { op: 'number', decimal: ',' },
    { op: 'boolean' },
    { op: 'phone', country: 'DE' },
    { op: 'country', to: 'iso2' },
    { op: 'subdivision', country: 'US', to: 'code' },
    { op: 'postcode', country: 'US' },
    { op: 'namePart', part: 'last', order: 'auto' },
  ),
  fc.record({ op: fc.constant('replace' as const), find: text, with: text }),
  fc.record({ op: fc.constant('replacePattern' as const), pattern, with: text, ignoreCase: fc.boolean() }),
  fc.record({ op: fc.constant('extract' as const), pattern, group: fc.nat(2), ignoreCase: fc.boolean() }),
  fc.record({
    op: fc.constant('lookup' as const),
    entries: fc.array(fc.record({ from: text, to: text }), { maxLength: 3 }),
    otherwise: fc.constantFrom('keep' as const, 'empty' as const),
  }),
  fc.record({ op: fc.constant('formula' as const), expression }),
  fc.record({ op: fc.constant('default' as const), value: text }),
);

const into = fc.uniqueArray(fc.constantFrom('A', 'B', 'E', 'F'), { minLength: 1, maxLength: 3 });

const action: fc.Arbitrary<StepAction> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    columns: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    transforms: fc.array(transform, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    column: name,
    method: fc.constant({ kind: 'fingerprint' as const }),
    clusters: fc.array(
      fc.record({
        to: text,
        from: fc.array(text, { maxLength: 3 }),
        key: fc.constantFrom(null, 'a', 'berlin', 'x y'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('split' as const),
    column: name,
    by: fc.constantFrom(
      { kind: 'separator' as const, separator: ' ' },
      { kind: 'pattern' as const, pattern: '[ ,]', ignoreCase: false },
      { kind: 'lengths' as const, lengths: [1, 2] },
    ),
    into,
    keep: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('join' as const),
    columns: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    separator: text,
    skipEmpty: fc.boolean(),
    into: fc.constantFrom('A', 'E'),
    keep: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('extract' as const), column: name, pattern, ignoreCase: fc.boolean(), into }),
  fc.record({ kind: fc.constant('fillDown' as const), columns: fc.uniqueArray(name, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('formula' as const), into: fc.constantFrom('A', 'E'), expression }),
  fc.record({
    kind: fc.constant('parseName' as const),
    column: name,
    order: fc.constant('auto' as const),
    into: fc.constant({ first: 'First', last: 'Last' }),
    keep: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('parseAddress' as const),
    column: name,
    country: fc.constantFrom('', 'DE', 'US'),
    into: fc.constant({ street: 'Street', city: 'City' }),
    keep: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('rename' as const), column: name, to: fc.constantFrom('B', 'E', 'F') }),
  fc.record({
    kind: fc.constant('remove' as const),
    columns: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
  }),
);

const condition: fc.Arbitrary<StepCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('equals' as const),
    column: name,
    values: fc.array(text, { maxLength: 3 }),
    not: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('contains' as const), column: name, text, not: fc.boolean() }),
  fc.record({ kind: fc.constant('blank' as const), column: name, blank: fc.boolean() }),
  fc.record({
    kind: fc.constant('pattern' as const),
    column: name,
    mask: fc.constantFrom('a', '99', 'Aaaaaa'),
  }),
  fc.record({ kind: fc.constant('formula' as const), expression }),
);

/** Random recipes over the columns A to D; some steps cannot run, on purpose. */
export function recipes(most = 6): fc.Arbitrary<readonly Step[]> {
  const step = fc.record({
    action,
    where: fc.array(condition, { maxLength: 2 }),
    enabled: fc.boolean(),
    note: text,
  });
  return fc
    .array(step, { maxLength: most })
    .map((steps) => steps.map((one, at) => ({ id: `s${at + 1}`, ...one })));
}
