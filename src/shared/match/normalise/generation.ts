/** Words behind a name that tell father and son apart, by generation. */
const GENERATIONS: ReadonlyMap<string, number> = new Map([
  ...['sr', 'snr', 'senior', 'sen', 'i', '1st'].map((word): [string, number] => [word, 1]),
  ...['jr', 'jnr', 'junior', 'jun', 'ii', '2nd', 'filho', 'fils'].map((word): [string, number] => [word, 2]),
  ...['iii', '3rd', 'neto'].map((word): [string, number] => [word, 3]),
  ['iv', 4],
]);

/** Names or parts of names elsewhere: taken for a generation only with a full stop, or behind a family name of its own. */
const AMBIGUOUS = new Set(['sen', 'jun', 'i', 'neto', 'filho', 'fils', 'senior', 'junior', 'sr']);

const SEVERAL_WORDS = /[\s,]/;

/** A name and the generation that stood behind it; 0 = none. */
export interface Generation {
  readonly name: string;
  readonly generation: number;
}

/**
 * Takes "Jr.", "sen.", "III" off the end of a name, or of the part before a comma. `least` is how many other words must
 * be there for a word that may be a name itself ("Amartya Sen"): one in a column of family names, two in one of full
 * names.
 */
export function withoutGeneration(text: string, least: number): Generation {
  // A single word is never taken for a generation.
  if (!SEVERAL_WORDS.test(text)) return { name: text, generation: 0 };
  const parts = text.split(',');
  for (let at = parts.length - 1; at >= 0; at--) {
    const words = parts[at]!.trim().split(/\s+/);
    const last = words[words.length - 1]!;
    const word = last.replace(/[.()]/g, '').toLowerCase();
    const generation = GENERATIONS.get(word);
    if (generation === undefined) continue;
    const standsAlone = words.length === 1;
    const isNumeral = last === 'I' && words.length > 1;
    if (
      standsAlone
        ? at === 0
        : AMBIGUOUS.has(word) && !isNumeral && !last.endsWith('.') && words.length <= least
    )
      continue;
    parts[at] = words.slice(0, -1).join(' ');
    return { name: parts.filter((part) => part.trim() !== '').join(','), generation };
  }
  return { name: text, generation: 0 };
}

/** The generation of a cell that holds nothing else: "Jr.", "III"; 0 for anything that may be a name. */
export function generationAlone(text: string): number {
  const word = text.trim();
  const plain = word.replace(/[.()]/g, '').toLowerCase();
  const mayBeName = AMBIGUOUS.has(plain) && !word.endsWith('.');
  return mayBeName || plain === 'i' ? 0 : (GENERATIONS.get(plain) ?? 0);
}

/** Separates the given name from the generation in a value that is compared: "klaus #2". */
const MARK = ' #';

/** A given name with its generation, as one value. */
export function withGeneration(given: string, generation: number): string {
  return generation === 0 || given === '' ? given : `${given}${MARK}${generation}`;
}

/** The given name and the generation of such a value. */
export function generationOf(value: string): Generation {
  const at = value.indexOf(MARK);
  return at < 0
    ? { name: value, generation: 0 }
    : { name: value.slice(0, at), generation: Number(value.slice(at + MARK.length)) };
}
