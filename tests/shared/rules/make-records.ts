import type { RecordSet } from '@shared/mapping/types';
import type { RuleContext } from '@shared/rules/evaluate';
import { type ActiveRule, type RuleOutcome, VERDICT_CODES } from '@shared/rules/types';
import type { GoldenSet } from '@shared/survive/types';
import { columnOf } from '@shared/table/column';
import type { Table } from '@shared/table/types';

/** A record set from rows; `references` name the target record's index per row, -1 = none. */
export function recordsOf(
  object: string,
  rows: readonly Readonly<Record<string, string>>[],
  references: readonly { field: string; object: string; target: readonly number[] }[] = [],
): RecordSet {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    object,
    count: rows.length,
    keys: rows.map((_, i) => `t1:${i + 1}`),
    tables: ['t1'],
    table: new Uint16Array(rows.length),
    row: Uint32Array.from(rows, (_, i) => i),
    columns: fields.map((field) =>
      columnOf(
        field,
        rows.map((row) => row[field] ?? ''),
      ),
    ),
    references: references.map((item) => ({ ...item, target: Int32Array.from(item.target) })),
  };
}

/** Golden records of raw ones; `groups` gives the golden index per raw record, by default one each. */
export function goldenSetOf(
  raw: RecordSet,
  groups: readonly number[] = raw.keys.map((_, i) => i),
): GoldenSet {
  const count = groups.length === 0 ? 0 : Math.max(...groups) + 1;
  const master = Array.from({ length: count }, (_, golden) => groups.indexOf(golden));
  return {
    records: { ...raw, count, keys: master.map((index) => raw.keys[index] ?? '') },
    goldenOf: Uint32Array.from(groups),
    master: Uint32Array.from(master),
    origin: [],
    reason: [],
    reasons: [],
  };
}

/** A context of accounts with opportunities and lists around them. */
export function contextOf(
  rows: readonly Readonly<Record<string, string>>[],
  more: {
    groups?: readonly number[];
    opportunities?: { rows: readonly Readonly<Record<string, string>>[]; account: readonly number[] };
    lists?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  } = {},
): RuleContext {
  const raw = recordsOf('Account', rows);
  const related = more.opportunities
    ? [
        {
          object: 'Opportunity',
          records: recordsOf('Opportunity', more.opportunities.rows, [
            { field: 'AccountId', object: 'Account', target: more.opportunities.account },
          ]),
        },
      ]
    : [];
  const lists = new Map<string, Table>();
  for (const [id, columns] of Object.entries(more.lists ?? {})) {
    const cells = Object.entries(columns);
    lists.set(id, {
      rowCount: cells[0]?.[1].length ?? 0,
      columns: cells.map(([name, values]) => columnOf(name, values)),
    });
  }
  return { raw, golden: goldenSetOf(raw, more.groups), related, lists };
}

/** A rule about accounts that does nothing but what `change` says. */
export function ruleOf(change: Partial<ActiveRule> = {}): ActiveRule {
  return {
    object: 'Account',
    includes: [],
    excludes: [],
    window: null,
    otherwise: 'exclude',
    referenceDate: '2026-11-14',
    keepParents: true,
    ...change,
  };
}

export const WINDOW = { fields: ['Last'], related: [], months: 24, missing: 'unknown' } as const;

/** Verdict names per golden record. */
export function verdictsOf(outcome: RuleOutcome): (string | undefined)[] {
  return [...outcome.verdict].map((code) => VERDICT_CODES[code]);
}

/** Reason sentences per golden record. */
export function reasonsOf(outcome: RuleOutcome): (string | undefined)[] {
  return [...outcome.reason].map((index) => outcome.reasons[index]?.sentence);
}
