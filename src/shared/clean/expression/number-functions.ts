import { exact, readNumber, rounded, toNumber, toText } from './convert';
import { argument, define, type FunctionCode } from './function-types';
import { type Evaluate, type Inputs, NOT_A_NUMBER, type Value } from './types';

/** The first argument as number through `work`; nothing stays nothing. */
function numeric(work: (value: number) => number): FunctionCode['run'] {
  return (inputs, args) => {
    const value = toNumber(argument(inputs, args, 0));
    return value === null ? null : exact(work(value));
  };
}

/** The filled arguments as numbers, put into one; nothing where none is filled. */
function folded(inputs: Inputs, args: readonly Evaluate[], take: (a: number, b: number) => number): Value {
  let result: number | null = null;
  for (const arg of args) {
    const value = toNumber(arg(inputs));
    if (value !== null) result = result === null ? value : take(result, value);
  }
  return result;
}

export const NUMBER_FUNCTIONS: readonly FunctionCode[] = [
  define(
    'number',
    [
      'number(text, [decimal sign])',
      'The number in a text, without currency and thousands signs; the decimal sign is "." unless "," is given.',
      'number("1.234,50 €", ",")',
      '1234.5',
    ],
    (inputs, args) => {
      const value = argument(inputs, args, 0);
      if (typeof value === 'number') return value;
      const sign = args.length > 1 ? toText(argument(inputs, args, 1)) : '.';
      if (sign !== '.' && sign !== ',') throw NOT_A_NUMBER;
      return readNumber(toText(value), sign);
    },
  ),
  define(
    'number',
    [
      'round(number, [decimals])',
      'Rounded to so many decimals (none unless given); halves go away from zero.',
      'round(2.675, 2)',
      '2.68',
    ],
    (inputs, args) => {
      const value = toNumber(argument(inputs, args, 0));
      return value === null ? null : rounded(value, toNumber(argument(inputs, args, 1)) ?? 0);
    },
  ),
  define('number', ['floor(number)', 'The whole number below.', 'floor(-1.5)', '-2'], numeric(Math.floor)),
  define('number', ['ceil(number)', 'The whole number above.', 'ceil(1.2)', '2'], numeric(Math.ceil)),
  define('number', ['abs(number)', 'The number without its sign.', 'abs(-12.5)', '12.5'], numeric(Math.abs)),
  define(
    'number',
    ['min(number, …)', 'The smallest of the filled numbers.', 'min(3, 1, 2)', '1'],
    (inputs, args) => folded(inputs, args, Math.min),
  ),
  define(
    'number',
    ['max(number, …)', 'The largest of the filled numbers.', 'max(3, blank, 12)', '12'],
    (inputs, args) => folded(inputs, args, Math.max),
  ),
];
