import { SEPARATOR } from '../compare/kinds';
import { consonantsOf, FEWEST_CONSONANTS, isVowelless } from '../normalise/consonants';
import { mayBeginWith } from '../normalise/nicknames';

/** What a mark of a short form begins with: the B of "Bob", the consonants of "Siddiqui". */
export const INITIAL = 'i:';
export const CONSONANTS = 'c:';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** The forms in which the names of a cell are written short, as marks: initials of given names, names without vowels. */
export function shortForms(value: string, isGiven: boolean): string[] {
  return marksOf(value, isGiven, (name) => [
    ...(isGiven && name.length === 1 ? [INITIAL + name] : []),
    ...(isVowelless(name) ? consonantMarks(name) : []),
  ]);
}

/**
 * The marks of the forms to which the names of a cell may be shortened, but for their own first letters: one of two names
 * stands for the other when a mark of `shortForms` is among these.
 */
export function shortenedForms(value: string, isGiven: boolean): string[] {
  return marksOf(value, isGiven, (name) => [
    ...(isGiven && name.length > 1 ? initialsFor(name) : []),
    ...consonantMarks(name),
  ]);
}

function marksOf(value: string, isGiven: boolean, of: (name: string) => string[]): string[] {
  const names = value.split(SEPARATOR).map((member) => (isGiven ? member.split(' ')[0]! : member));
  return [...new Set(names.flatMap(of))].sort();
}

/** First letters of the names used for a name. */
function initialsFor(name: string): string[] {
  return LETTERS.filter((letter) => !name.startsWith(letter) && mayBeginWith(name, letter)).map(
    (letter) => INITIAL + letter,
  );
}

function consonantMarks(name: string): string[] {
  const consonants = consonantsOf(name);
  return consonants.length < FEWEST_CONSONANTS || consonants.includes(' ') ? [] : [CONSONANTS + consonants];
}
