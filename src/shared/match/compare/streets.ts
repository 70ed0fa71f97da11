import { isJaroWinklerAtLeast } from '../kernels/letters';
import { Dictionary } from '../prepare/dictionary';
import { featuresOf, isJaroWinklerBelow } from './features';

/** Words of a street that are looked at: hostile cells stay cheap. */
const MOST_WORDS = 16;

/** The words of all values as numbers: `ids[starts[v] .. starts[v+1])` are those of value v. */
interface Words {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
}

/**
 * Levels of street values (`number|words`) by code: 1 different · 2 similar street · 3 same street, other number ·
 * 4 similar, same number · 5 same street, one number missing.
 */
export function streetComparer(values: readonly string[]): (a: number, b: number) => number {
  const texts = values.map((value) => value.slice(value.indexOf('|') + 1));
  const names = numbered(texts);
  const numbers = numbered(values.map((value) => value.slice(0, Math.max(0, value.indexOf('|')))));
  const features = featuresOf(texts);
  const words = wordsOf(texts);
  return (a, b) => {
    const sameNumber = numbers[a] === numbers[b];
    if (names[a] === names[b]) return sameNumber || numbers[a] === 0 || numbers[b] === 0 ? 5 : 3;
    if (names[a] === 0 || names[b] === 0) return 1;
    const isSimilar =
      areMostWordsShared(words, a, b) ||
      (!isJaroWinklerBelow(features, a, b, 0.88) &&
        isJaroWinklerAtLeast(texts[a]!, texts[b]!, features.mask[a]!, features.mask[b]!, 0.88));
    if (!isSimilar) return 1;
    return sameNumber ? 4 : 2;
  };
}

/** Two thirds of the words of the shorter name stand in the longer one. */
function areMostWordsShared({ starts, ids }: Words, a: number, b: number): boolean {
  const isShorter = starts[a + 1]! - starts[a]! <= starts[b + 1]! - starts[b]!;
  const [short, long] = isShorter ? [a, b] : [b, a];
  const from = starts[long]!;
  const to = starts[long + 1]!;
  let shared = 0;
  for (let i = starts[short]!; i < starts[short + 1]!; i++) {
    for (let j = from; j < to; j++) {
      if (ids[i] !== ids[j]) continue;
      shared++;
      break;
    }
  }
  return shared >= 0.66 * (starts[short + 1]! - starts[short]!);
}

/** Equal texts have equal numbers; '' is 0. */
function numbered(texts: readonly string[]): Uint32Array {
  const dictionary = new Dictionary();
  return Uint32Array.from(texts, (text) => dictionary.codeOf(text));
}

function wordsOf(texts: readonly string[]): Words {
  const dictionary = new Dictionary();
  const starts = new Uint32Array(texts.length + 1);
  const ids: number[] = [];
  texts.forEach((text, at) => {
    for (const word of text.split(' ', MOST_WORDS)) ids.push(dictionary.codeOf(word));
    starts[at + 1] = ids.length;
  });
  return { starts, ids: Uint32Array.from(ids) };
}
