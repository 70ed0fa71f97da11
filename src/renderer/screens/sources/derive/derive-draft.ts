import type { Derivation } from '@shared/derive/types';

export type DerivationKind = Derivation['kind'];

/** A table being made, before it is in the journal. */
export interface DeriveDraft {
  readonly name: string;
  readonly derivation: Derivation;
}

export const KINDS: readonly {
  readonly value: DerivationKind;
  readonly label: string;
  readonly about: string;
}[] = [
  {
    value: 'apart',
    label: 'Set rows apart',
    about:
      'Rows that meet the conditions stand in the new table instead of this one: people here, organisations there.',
  },
  {
    value: 'distinct',
    label: 'One row per value',
    about:
      'Every different value becomes one row: the companies of a list of contacts. This table keeps its rows.',
  },
  {
    value: 'items',
    label: 'One row per list entry',
    about:
      'Lists in cells are taken apart: one row for every campaign of every contact. This table keeps its rows.',
  },
];

/** Another way to make a table from the same one, to begin with. */
export function derivationOf(
  kind: DerivationKind,
  from: string,
  keyColumn: string | null,
  columns: readonly string[],
): Derivation {
  switch (kind) {
    case 'apart':
      return { kind, from, where: [{ kind: 'equals', column: columns[0] ?? '', values: [''], not: false }] };
    case 'distinct':
      return { kind, from, by: [], columns: [] };
    case 'items':
      return {
        kind,
        from,
        columns: [],
        separator: ';',
        into: '',
        keep: keyColumn === null ? [] : [keyColumn],
      };
  }
}

/** What is still missing, in one sentence; null = it can be made. */
export function gapOf({ name, derivation }: DeriveDraft): string | null {
  if (name.trim() === '') return 'Give the table a name.';
  switch (derivation.kind) {
    case 'apart':
      return derivation.where.length === 0 ? 'Say which rows are set apart.' : null;
    case 'distinct':
      return derivation.by.length === 0 ? 'Choose the column whose values become rows.' : null;
    case 'items':
      if (derivation.columns.length === 0) return 'Choose the column that holds lists.';
      return derivation.into.trim() === '' ? 'Give the column of the entries a name.' : null;
  }
}

/** The column the rows of the new table are told apart by; null = their content. */
export function keyOf(derivation: Derivation, keyOfOrigin: string | null): string | null {
  if (derivation.kind === 'apart') return keyOfOrigin;
  const [by, ...others] = derivation.kind === 'distinct' ? derivation.by : [];
  return by !== undefined && others.length === 0 ? by : null;
}
