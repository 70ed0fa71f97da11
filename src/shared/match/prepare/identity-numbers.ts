import { documentRole } from '../../profile/header-roles';
import { headerMatches, headerTokens } from '../../profile/header-words';
import { distinctIn } from '../../table/column';
import { TextCodes } from '../../table/text-codes';
import { SEPARATOR, TYPE_MARK } from '../compare/kinds';
import { identifier } from '../normalise/codes';
import { encodeSet } from './encode';
import { finish, type Grouped, guarded, type Usable } from './prepared';

/** Numbers an authority gives once to a person or an organisation. */
const CONCEPTS: ReadonlySet<string> = new Set(['taxId', 'registrationId', 'duns', 'lei']);

/**
 * Passport, driving licence, tax number …: each of them is sparse, and any one that agrees says it all. Two and more
 * such columns become one comparison of sets in which a number meets only numbers of its own sort; where two records
 * have no sort in common nothing is said. What a document's other columns say (country, type) is no comparison of its own.
 */
export function prepareIdentityNumbers(usable: readonly Usable[]): Grouped {
  const about = usable.filter(({ field }) => documentRole(headerTokens(field.name)) === 'about');
  const numbers = usable.filter(
    ({ field }) =>
      field.semantic === 'identifier' &&
      (documentRole(headerTokens(field.name)) === 'number' ||
        CONCEPTS.has(headerMatches(field.name)[0]?.concept ?? '')),
  );
  const used = new Set(about.map(({ field }) => field));
  if (numbers.length < 2) return { comparisons: [], used };
  for (const { field } of numbers) used.add(field);
  const columns = numbers.map(({ field }) => field.column);
  const texts = new TextCodes(distinctIn(columns));
  const codes = encodeSet(
    columns,
    texts,
    (value, index) => {
      const plain = guarded(identifier)(value);
      return plain === '' ? '' : `${index}${TYPE_MARK}${plain}`;
    },
    SEPARATOR,
  );
  return {
    used,
    comparisons: [
      {
        name: 'Official numbers',
        fields: numbers.map(({ field }) => field.name),
        semantic: 'identifier',
        column: finish('identifier', codes, texts.values),
      },
    ],
  };
}
