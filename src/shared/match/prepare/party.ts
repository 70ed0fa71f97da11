import type { MatchField } from '../types';
import { finish, type PreparedComparison, type Usable } from './prepared';

/** More records than this share with both names: the company is where a person works, not another sort of record. */
const MOST_BOTH = 0.2;

const VALUES = ['', 'person', 'organisation'];
const PERSON = 1;
const ORGANISATION = 2;

/**
 * Persons and organisations in one table: a record with a person's name and one with an organisation's are never one.
 * Told from which name is filled; nothing where records have both (contacts with their company) or only one sort.
 */
export function partyComparison(
  usable: readonly Usable[],
  persons: ReadonlySet<MatchField>,
  records: number,
): PreparedComparison[] {
  const companies = usable.filter(({ field }) => field.semantic === 'company').map(({ field }) => field);
  if (persons.size === 0 || companies.length === 0) return [];
  const isFilled = (fields: Iterable<MatchField>): Uint8Array => {
    const filled = new Uint8Array(records);
    for (const { column } of fields)
      for (let row = 0; row < records; row++) if (column.codes[row] !== 0) filled[row] = 1;
    return filled;
  };
  const person = isFilled(persons);
  // The organisation's own name is the column filled where no person is named, most often.
  const own = companies.filter((field) => {
    let both = 0;
    let filled = 0;
    field.column.codes.forEach((code, row) => {
      if (code === 0) return;
      filled++;
      if (person[row] === 1) both++;
    });
    return both <= MOST_BOTH * filled;
  });
  if (own.length === 0) return [];
  const organisation = isFilled(own);
  const codes = Uint32Array.from(person, (isPerson, row) =>
    isPerson === 1 ? (organisation[row] === 1 ? 0 : PERSON) : organisation[row] === 1 ? ORGANISATION : 0,
  );
  return [
    {
      name: 'Person or organisation',
      fields: [...persons, ...own].map(({ name }) => name),
      semantic: 'category',
      column: finish('code', codes, VALUES),
    },
  ];
}
