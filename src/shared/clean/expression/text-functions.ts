import { trimBlank } from '../../profile/text';
import { nameCase, sentenceCase } from '../names/name-case';
import { bounded, needRoom, toNumber, toText } from './convert';
import { argument, define, type FunctionCode } from './function-types';
import { type Evaluate, type Inputs, NOT_A_NUMBER } from './types';

const text = (inputs: Inputs, args: readonly Evaluate[], index = 0): string =>
  toText(argument(inputs, args, index));

/** A whole number argument; `otherwise` where it is left out or nothing. */
function whole(inputs: Inputs, args: readonly Evaluate[], index: number, otherwise: number): number {
  const value = toNumber(argument(inputs, args, index)) ?? otherwise;
  if (!Number.isSafeInteger(value)) throw NOT_A_NUMBER;
  return value;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Characters, an emoji or rare letter being one. */
function characters(value: string): readonly string[] | string {
  return SURROGATE.test(value) ? Array.from(value) : value;
}

function part(value: string, from: number, to: number): string {
  const all = characters(value);
  const piece = all.slice(Math.max(0, from), Math.max(0, to));
  return typeof piece === 'string' ? piece : piece.join('');
}

function padded(inputs: Inputs, args: readonly Evaluate[]): { value: string; fill: string } {
  const value = text(inputs, args);
  const length = whole(inputs, args, 1, 0);
  needRoom(length);
  const sign = args.length > 2 ? (Array.from(text(inputs, args, 2))[0] ?? ' ') : ' ';
  const missing = Math.max(0, length - characters(value).length);
  needRoom(missing * sign.length + value.length);
  return { value, fill: sign.repeat(missing) };
}

export const TEXT_FUNCTIONS: readonly FunctionCode[] = [
  define('text', ['upper(text)', 'The text in capital letters.', 'upper("Bonn")', 'BONN'], (inputs, args) =>
    text(inputs, args).toUpperCase(),
  ),
  define('text', ['lower(text)', 'The text in small letters.', 'lower("Bonn")', 'bonn'], (inputs, args) =>
    text(inputs, args).toLowerCase(),
  ),
  define(
    'text',
    [
      'nameCase(text)',
      'A name with its capitals, aware of Mc, Mac, O’ and van, de, von.',
      'nameCase("LUDWIG VAN BEETHOVEN")',
      'Ludwig van Beethoven',
    ],
    (inputs, args) => nameCase(text(inputs, args)),
  ),
  define(
    'text',
    [
      'sentenceCase(text)',
      'Small letters with a capital at the beginning.',
      'sentenceCase("NEW CUSTOMER")',
      'New customer',
    ],
    (inputs, args) => sentenceCase(text(inputs, args)),
  ),
  define('text', ['trim(text)', 'Without blanks at both ends.', 'trim("  Bonn ")', 'Bonn'], (inputs, args) =>
    trimBlank(text(inputs, args)),
  ),
  define(
    'text',
    [
      'squeeze(text)',
      'Trimmed, with one blank for every run of blanks inside.',
      'squeeze(" New   York ")',
      'New York',
    ],
    (inputs, args) => trimBlank(text(inputs, args).replace(/\s+/g, ' ')),
  ),
  define(
    'text',
    ['left(text, count)', 'The first characters.', 'left("Hamburg", 3)', 'Ham'],
    (inputs, args) => part(text(inputs, args), 0, whole(inputs, args, 1, 1)),
  ),
  define(
    'text',
    ['right(text, count)', 'The last characters.', 'right("Hamburg", 4)', 'burg'],
    (inputs, args) => {
      const value = text(inputs, args);
      const length = characters(value).length;
      return part(value, length - Math.max(0, whole(inputs, args, 1, 1)), length);
    },
  ),
  define(
    'text',
    [
      'mid(text, start, [count])',
      'Characters from a position (1 is the first); without a count, all that follow.',
      'mid("Hamburg", 2, 3)',
      'amb',
    ],
    (inputs, args) => {
      const value = text(inputs, args);
      const start = Math.max(1, whole(inputs, args, 1, 1)) - 1;
      const count = args.length > 2 ? whole(inputs, args, 2, 0) : Number.MAX_SAFE_INTEGER / 2;
      return part(value, start, start + Math.max(0, count));
    },
  ),
  define(
    'text',
    ['length(text)', 'How many characters the text has.', 'length("Bonn")', '4'],
    (inputs, args) => characters(text(inputs, args)).length,
  ),
  define(
    'text',
    [
      'replace(text, find, with)',
      'Every occurrence of one text replaced by another; capitals matter.',
      'replace("a-b-c", "-", "/")',
      'a/b/c',
    ],
    (inputs, args) => {
      const value = text(inputs, args);
      const find = text(inputs, args, 1);
      const by = text(inputs, args, 2);
      if (find === '') return value;
      const pieces = value.split(find);
      needRoom(value.length + (pieces.length - 1) * by.length);
      return pieces.join(by);
    },
  ),
  define(
    'text',
    [
      'replacePattern(text, "pattern", with)',
      'Every match of a pattern replaced; `$1` is the first group in brackets.',
      'replacePattern("AB-12", "([A-Z]+)-([0-9]+)", "$2 $1")',
      '12 AB',
    ],
    (inputs, args, { pattern }) => {
      const value = text(inputs, args);
      const by = text(inputs, args, 2);
      return bounded(pattern?.replace(value, by) ?? value);
    },
    1,
  ),
  define(
    'text',
    [
      'extract(text, "pattern", [group])',
      'The first match of a pattern, or of one of its groups; nothing where it does not match.',
      'extract("Order 4711 of May", "[0-9]+")',
      '4711',
    ],
    (inputs, args, { pattern }) => {
      const found = pattern?.first(text(inputs, args));
      return found?.[whole(inputs, args, 2, 0)] ?? null;
    },
    1,
  ),
  define(
    'text',
    [
      'matches(text, "pattern")',
      'True where the pattern matches somewhere in the text.',
      'matches("AB-12", "^[A-Z]+-")',
      'true',
    ],
    (inputs, args, { pattern }) => pattern?.test(text(inputs, args)) ?? false,
    1,
  ),
  define(
    'text',
    [
      'split(text, separator, part)',
      'One part of a text cut at a separator: 1 is the first, -1 the last.',
      'split("Bonn, Germany", ",", 2)',
      'Germany',
    ],
    (inputs, args) => {
      const separator = text(inputs, args, 1);
      const value = text(inputs, args);
      const pieces = separator === '' ? [value] : value.split(separator);
      const number = whole(inputs, args, 2, 1);
      const piece = number < 0 ? pieces.at(number) : pieces[number - 1];
      return trimBlank(piece ?? '');
    },
  ),
  define(
    'text',
    [
      'contains(text, part)',
      'True where the text has the part in it; capitals do not matter.',
      'contains("Main Street", "street")',
      'true',
    ],
    (inputs, args) =>
      text(inputs, args)
        .toLowerCase()
        .includes(text(inputs, args, 1).toLowerCase()),
  ),
  define(
    'text',
    [
      'startsWith(text, part)',
      'True where the text begins with the part; capitals do not matter.',
      'startsWith("+49 30", "+49")',
      'true',
    ],
    (inputs, args) =>
      text(inputs, args)
        .toLowerCase()
        .startsWith(text(inputs, args, 1).toLowerCase()),
  ),
  define(
    'text',
    [
      'endsWith(text, part)',
      'True where the text ends with the part; capitals do not matter.',
      'endsWith("info@acme.de", ".DE")',
      'true',
    ],
    (inputs, args) =>
      text(inputs, args)
        .toLowerCase()
        .endsWith(text(inputs, args, 1).toLowerCase()),
  ),
  define(
    'text',
    [
      'concat(text, …)',
      'The texts one after the other; `&` does the same for two.',
      'concat("A", 1, "-", "B")',
      'A1-B',
    ],
    (inputs, args) => bounded(args.map((arg) => toText(arg(inputs))).join('')),
  ),
  define(
    'text',
    [
      'pad(text, length, [sign])',
      'The text with signs put before it until it has the length.',
      'pad("2134", 5, "0")',
      '02134',
    ],
    (inputs, args) => {
      const { value, fill } = padded(inputs, args);
      return fill + value;
    },
  ),
  define(
    'text',
    [
      'padEnd(text, length, [sign])',
      'The text with signs put after it until it has the length.',
      'padEnd("AB", 4, "*")',
      'AB**',
    ],
    (inputs, args) => {
      const { value, fill } = padded(inputs, args);
      return value + fill;
    },
  ),
  define(
    'text',
    ['text(value)', 'A value as text, so that digits are compared as letters.', 'text(12.50)', '12.5'],
    (inputs, args) => text(inputs, args),
  ),
];
