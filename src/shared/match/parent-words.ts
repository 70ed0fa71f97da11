import { osaWithin } from '../base/text/edit-distance';
import { ColumnBuilder } from '../table/column';
import { type Column, EMPTY } from '../table/types';
import { companyName } from './normalise/company';
import { fold } from './normalise/fold';
import { LEGAL_WORDS } from './normalise/legal-forms';

/**
 * A text column without the words of each record's parent: "Service contract Müller" of Müller GmbH says "service
 * contract". Words are compared folded and a slip apart; legal forms go with the name. A text that is nothing but the
 * name, or the name and numbers ("Ward: $18", whose amount stands in a field of its own), stays as it is.
 */
export function withoutParentWords(column: Column, parent: Column): Column {
  const builder = new ColumnBuilder(column.name);
  const known = new Map<number, string>();
  const words = new Map<number, ParentWords>();
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row]!;
    const parentCode = parent.codes[row]!;
    const text = column.values[code]!;
    if (code === EMPTY || parentCode === EMPTY) {
      builder.push(text);
      continue;
    }
    const key = code * parent.values.length + parentCode;
    let rest = known.get(key);
    if (rest === undefined) {
      let name = words.get(parentCode);
      if (!name) {
        name = wordsOf(parent.values[parentCode]!);
        words.set(parentCode, name);
      }
      rest = without(text, name);
      known.set(key, rest);
    }
    builder.push(rest);
  }
  return builder.finish();
}

interface ParentWords {
  readonly all: ReadonlySet<string>;
  /** Words long enough to be recognised with a slip in them. */
  readonly long: readonly string[];
}

function wordsOf(name: string): ParentWords {
  const all = new Set(
    [...fold(name).split(' '), ...companyName(name).split(' ')].filter((word) => word !== ''),
  );
  return { all, long: [...all].filter((word) => word.length >= 4) };
}

function without(text: string, { all, long }: ParentWords): string {
  const words = fold(text).split(' ');
  const isOfName = (word: string): boolean =>
    all.has(word) || (word.length >= 4 && long.some((other) => isNear(word, other)));
  const named = words.map(isOfName);
  if (!named.includes(true)) return text;
  const rest = words.filter((word, i) => !named[i] && !LEGAL_WORDS.has(word));
  return rest.some((word) => word.length > 1 && LETTER.test(word)) ? rest.join(' ') : text;
}

const LETTER = /\p{L}/u;

function isNear(a: string, b: string): boolean {
  const limit = Math.max(a.length, b.length) >= 8 ? 2 : 1;
  return osaWithin(a, b, limit) <= limit;
}
