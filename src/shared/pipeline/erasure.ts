import type { Condition } from '../rules/types';
import { EXPORTED, fates } from './dispositions';
import type { Model } from './model';

/** Erasure requests and how many of them would still go out: must be none. */
export interface ErasureCheck {
  readonly requests: number;
  readonly inExport: number;
}

/**
 * Looks every value of every reference list used by an exclude line up in the records that would be exported. Works on
 * the raw records behind each exported golden record, so that a merge cannot smuggle a person through.
 */
export async function erasureCheck(model: Model): Promise<ErasureCheck> {
  const all = await fates(model);
  const lists = await model.lists();
  const requests = new Set<string>();
  const found = new Set<string>();
  for (const { object } of model.objects) {
    const rule = model.state.rules[object.name];
    const fate = all.get(object.name);
    if (!rule || !fate) continue;
    for (const line of rule.excludes) {
      const condition = line.condition;
      if (condition.kind !== 'inList') continue;
      const wanted = listed(condition, lists.get(condition.table)?.columns ?? []);
      for (const value of wanted) requests.add(`${condition.table}\u0000${value}`);
      const column = fate.raw.columns.find((item) => item.name === condition.field);
      if (!column) continue;
      const hit = column.values.map((value) => wanted.has(normal(value)));
      for (let record = 0; record < fate.raw.count; record++) {
        const code = column.codes[record]!;
        if (hit[code] && fate.disposition[fate.golden.goldenOf[record]!] === EXPORTED) {
          found.add(`${condition.table}\u0000${normal(column.values[code]!)}`);
        }
      }
    }
  }
  return { requests: requests.size, inExport: found.size };
}

function listed(
  condition: Extract<Condition, { kind: 'inList' }>,
  columns: readonly { readonly name: string; readonly values: readonly string[] }[],
): ReadonlySet<string> {
  const values = columns.find((column) => column.name === condition.column)?.values ?? [];
  return new Set(values.map(normal).filter((value) => value !== ''));
}

function normal(value: string): string {
  return value.trim().toLowerCase();
}
