import type { PicklistDependency } from '../types';

/** One value of a dependent list with the controlling values it goes with. */
export interface DependentValue {
  readonly value: string;
  readonly controlledBy: readonly string[];
}

/** Longest `validFor` that is read: enough for 24,000 controlling values. */
const LONGEST_BITS = 4_000;

/**
 * The positions a Salesforce `validFor` names: a base64 text whose bits, the highest of the first byte first, say for which
 * values of the controlling field a value is shown (SOAP API, "describeSObjects, PicklistEntry"). Empty when it is none.
 */
export function positionsIn(validFor: string): readonly number[] {
  if (validFor.length > LONGEST_BITS || !/^[A-Za-z0-9+/]+={0,2}$/.test(validFor) || validFor.length % 4 !== 0)
    return [];
  const positions: number[] = [];
  for (const [at, char] of [...atob(validFor)].entries())
    for (let bit = 0; bit < 8; bit++) if (char.charCodeAt(0) & (0x80 >> bit)) positions.push(at * 8 + bit);
  return positions;
}

/** The dependency as a profile keeps it: by value of the controlling field, in its order. */
export function dependencyOf(
  field: string,
  controllers: readonly string[],
  values: readonly DependentValue[],
): PicklistDependency {
  const named = [...new Set([...controllers, ...values.flatMap(({ controlledBy }) => controlledBy)])];
  return {
    field,
    allowed: named.map((when) => ({
      when,
      values: values.filter(({ controlledBy }) => controlledBy.includes(when)).map(({ value }) => value),
    })),
  };
}
