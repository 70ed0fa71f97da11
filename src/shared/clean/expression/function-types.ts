import type { Evaluate, Inputs, Value } from './types';

/** A function as people read about it: in the guide and in the help of the editor. */
export interface FunctionEntry {
  readonly name: string;
  /** Parameters in order, optional ones in square brackets: `round(number, [decimals])`. */
  readonly signature: string;
  readonly sentence: string;
  /** An expression without columns; a test evaluates it. */
  readonly example: string;
  /** What the example gives. */
  readonly result: string;
  readonly group: 'choice' | 'text' | 'number' | 'date';
}

/** A function as it runs. */
export interface FunctionCode extends FunctionEntry {
  readonly least: number;
  readonly most: number;
  /** Number of the argument that must be a pattern in quotes, or null. */
  readonly pattern: number | null;
  /** Arguments come unevaluated, so that a choice evaluates only what it takes. */
  readonly run: (inputs: Inputs, args: readonly Evaluate[], tools: FunctionTools) => Value;
}

/** What the parser prepared for a call. */
export interface FunctionTools {
  readonly pattern: import('../pattern').Pattern | null;
}

/** An argument's value; null where it is left out. */
export function argument(inputs: Inputs, args: readonly Evaluate[], index: number): Value {
  return args[index]?.(inputs) ?? null;
}

type Doc = readonly [signature: string, sentence: string, example: string, result: string];

/** A function from its documentation and code; least and most arguments are read off the signature. */
export function define(
  group: FunctionEntry['group'],
  [signature, sentence, example, result]: Doc,
  run: FunctionCode['run'],
  pattern: number | null = null,
): FunctionCode {
  const [name = '', list = ''] = signature.replace(/\)$/, '').split('(');
  const parameters = list.split(',').map((parameter) => parameter.trim());
  const open = parameters.some((parameter) => parameter.includes('…'));
  const least = parameters.filter((parameter) => parameter !== '' && !/^\[|…/.test(parameter)).length;
  return {
    name,
    signature,
    sentence,
    example,
    result,
    group,
    least,
    most: open ? 100 : parameters.length,
    pattern,
    run,
  };
}
