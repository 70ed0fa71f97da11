import { fold } from './fold';

const FEMALE = new Set(
  'f female w weiblich woman frau femme feminin feminino femenino mujer donna femmina vrouw vrouwelijk'.split(
    ' ',
  ),
);
const MALE = new Set(
  'm male maennlich man mann herr homme masculin masculino hombre uomo maschio mannelijk'.split(' '),
);
const OTHER = new Set('u unknown unbekannt x d divers diverse other o n na none unspecified'.split(' '));

/** True when a column of categories says male and female. */
export function isGender(values: readonly string[]): boolean {
  const words = values.filter((value) => value !== '').map(fold);
  return (
    words.length <= 20 &&
    words.some((word) => FEMALE.has(word)) &&
    words.some((word) => MALE.has(word)) &&
    words.every((word) => FEMALE.has(word) || MALE.has(word) || OTHER.has(word))
  );
}

/** "Female", "weiblich", "F" → "f"; what is neither says nothing: ''. */
export function gender(text: string): string {
  const word = fold(text);
  return FEMALE.has(word) ? 'f' : MALE.has(word) ? 'm' : '';
}
