import { toBoolean, toText } from './convert';
import { DATE_FUNCTIONS } from './date-functions';
import { argument, define, type FunctionCode, type FunctionEntry } from './function-types';
import { NUMBER_FUNCTIONS } from './number-functions';
import { TEXT_FUNCTIONS } from './text-functions';
import { Problem } from './types';

const CHOICE_FUNCTIONS: readonly FunctionCode[] = [
  define(
    'choice',
    [
      'if(condition, then, [otherwise])',
      'One value where the condition is true, another (or nothing) where it is not.',
      'if(3 > 2, "more", "less")',
      'more',
    ],
    (inputs, args) =>
      toBoolean(argument(inputs, args, 0)) ? argument(inputs, args, 1) : argument(inputs, args, 2),
  ),
  define(
    'choice',
    [
      'coalesce(value, …)',
      'The first value that is not blank.',
      'coalesce(blank, "", "Bonn", "Berlin")',
      'Bonn',
    ],
    (inputs, args) => {
      for (const arg of args) {
        const value = arg(inputs);
        if (toText(value).trim() !== '') return value;
      }
      return null;
    },
  ),
  define(
    'choice',
    ['isBlank(value)', 'True where there is nothing, or only blanks.', 'isBlank("  ")', 'true'],
    (inputs, args) => toText(argument(inputs, args, 0)).trim() === '',
  ),
  define(
    'choice',
    [
      'ifError(value, otherwise)',
      'The value, or another one where it cannot be computed.',
      'ifError(number("many"), 0)',
      '0',
    ],
    (inputs, args) => {
      try {
        return argument(inputs, args, 0);
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        return argument(inputs, args, 1);
      }
    },
  ),
];

const ALL: readonly FunctionCode[] = [
  ...CHOICE_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DATE_FUNCTIONS,
];

/** Every function with its documentation, for the guide and the editor. */
export const FUNCTIONS: readonly FunctionEntry[] = ALL;

const byName: ReadonlyMap<string, FunctionCode> = new Map(
  ALL.map((entry) => [entry.name.toLowerCase(), entry]),
);

/** The function of a name, capitals aside. */
export function functionNamed(name: string): FunctionCode | undefined {
  return byName.get(name.toLowerCase());
}
