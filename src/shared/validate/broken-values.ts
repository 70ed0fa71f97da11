import { NO_CODE, patchedFrom } from '../mapping/patch-column';
import type { Column } from '../table/types';
import type { FileDialect, TargetField } from '../target/types';
import { checkKey, valueCheck } from './check-value';
import type { RuleName } from './codes';

/** Per broken rule, 1 for each code whose value breaks it. */
type Broken = ReadonlyMap<RuleName, Uint8Array>;

/** What was found last on the values of a column: the same values need no second look. */
const checkedBefore = new WeakMap<readonly string[], { readonly key: string; readonly broken: Broken }>();

/**
 * The rules of its own that a field's values break, in a fixed order; empty values break nothing. Values that stood in a
 * column checked before, of which this one was patched, are not looked at again.
 */
export function brokenRules(field: TargetField, column: Column, dialect: FileDialect): Broken {
  const { values } = column;
  const key = checkKey(field, dialect);
  const known = checkedBefore.get(values);
  if (known?.key === key) return known.broken;
  const earlier = patchedFrom(values);
  const before = earlier === null ? undefined : checkedBefore.get(earlier.values);
  const codeOf = earlier !== null && before?.key === key ? earlier.codeOf : () => NO_CODE;
  const check = valueCheck(field, dialect);
  const found = new Map<RuleName, Uint8Array>();
  const mark = (rule: RuleName, code: number): void => {
    const codes = found.get(rule) ?? new Uint8Array(values.length);
    codes[code] = 1;
    found.set(rule, codes);
  };
  for (let code = 1; code < values.length; code++) {
    const was = codeOf(code);
    if (was === NO_CODE) {
      const rule = check(values[code]!);
      if (rule !== null) mark(rule, code);
    } else if (before) for (const [rule, codes] of before.broken) if (codes[was] === 1) mark(rule, code);
  }
  const broken = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  checkedBefore.set(values, { key, broken });
  return broken;
}
