import { KOREAN_FAMILY_SPELLINGS } from './east-asian-names';
import { isKnownGivenName } from './nicknames';
import type { NameParts } from './person';

/** Two syllables of Korean as people spell them: "joonho", "hyeonu", "kyungsoo". */
const SYLLABLE =
  '(?:kk|tt|pp|ss|jj|ch|sh|[kgndtrlmbpsjhwy])?' +
  '(?:yeo|yae|woo|weo|wae|you|yoo|eui|ya|ye|yo|yu|wa|wo|we|wi|ae|ai|oo|oe|eo|eu|ui|ee|a|e|i|o|u)' +
  '(?:ng|[nmlkgpbtrs])?';
const TWO_SYLLABLES = new RegExp(`^${SYLLABLE}${SYLLABLE}$`);

/** The one spelling of a family name that Koreans spell in several ways: "gim", "kim"; undefined for other names. */
export function koreanFamily(family: string): string | undefined {
  return KOREAN_FAMILY_SPELLINGS.get(family);
}

/**
 * One spelling for a Korean name in Latin letters, folded: the official romanisation and the usual ones of one name come
 * out alike ("An Hyeon-u", "Ahn Hyun-woo"), as does one with its parts in each other's place. Null where no part is a
 * Korean family name or the other is not two syllables of Korean, or a name that is known elsewhere ("Peter Lee").
 */
export function koreanSpelling({ given, family }: NameParts): NameParts | null {
  return inOrder(given, family) ?? (isKnownGivenName(given) ? null : inOrder(family, given));
}

function inOrder(given: string, family: string): NameParts | null {
  const spelling = koreanFamily(family);
  const syllables = given.replaceAll(' ', '');
  if (spelling === undefined || !TWO_SYLLABLES.test(syllables) || isKnownGivenName(syllables)) return null;
  return { given: givenSpelling(syllables), family: spelling };
}

/** Sounds that people write in two ways, by the same letters; g and k behind n are one, since "n-g" reads like "ng". */
function givenSpelling(syllables: string): string {
  return syllables
    .replace(/weo/g, 'wo')
    .replace(/woo|oo|wu/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/you|yeo/g, 'yu')
    .replace(/e[ou]/g, 'u')
    .replace(/ui/g, 'i')
    .replace(/ai/g, 'ae')
    .replace(/shi/g, 'si')
    .replace(/(?<!n)g/g, 'k')
    .replace(/nk/g, 'ng')
    .replace(/d/g, 't')
    .replace(/b/g, 'p')
    .replace(/r/g, 'l');
}
