import { fold } from './fold';
import { sameWords } from './label-words';

/** Between a name and the remark beside it: two blanks, so that whoever reads words reads both. */
export const ASIDE_MARK = '  ';

/** A part in brackets. */
const BRACKETS = /\s*[([{]([^()[\]{}]*)[)\]}]\s*/g;

/** Most words of what follows a single comma for it to be a remark ("Science Museum, London"). */
const MOST_AFTER_COMMA = 3;

/**
 * A name or a text as words, what it says in brackets or after its only comma at the end, marked as a remark: "Science Museum
 * (London)" and "Science Museum, London" → "science museum  london".
 */
export function label(text: string): string {
  const asides: string[] = [];
  let head = spelledOut(text).replace(BRACKETS, (_, inside: string) => {
    asides.push(inside);
    return ' ';
  });
  const comma = head.indexOf(',');
  if (comma > 0 && comma === head.lastIndexOf(',')) {
    const tail = head.slice(comma + 1);
    if (isRemark(tail)) {
      asides.push(tail);
      head = head.slice(0, comma);
    }
  }
  const name = sameWords(fold(head));
  const remark = sameWords(fold(asides.join(' ')));
  return name === '' || remark === '' ? name || remark : `${name}${ASIDE_MARK}${remark}`;
}

/** Signs that are read aloud: "Canal+" is not "Canal", "Z@pp" is "Zapp". Between words "+" is another "&". */
function spelledOut(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}+])\+(?![\p{L}\p{N}])/gu, ' plus ')
    .replace(/(?<=\p{L})@(?=\p{L})/gu, 'a');
}

function isRemark(tail: string): boolean {
  const words = tail.trim().split(/\s+/);
  return words.length <= MOST_AFTER_COMMA && !/&|\b(?:and|und|et|y|e)\b/i.test(tail);
}
