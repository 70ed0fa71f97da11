import { exact, needRoom, numberIn, toBoolean, toNumber, toText } from './convert';
import { DIVISION_BY_ZERO, type Evaluate, type Value } from './types';

/** What stands between two operands. */
export type Operator =
  | 'or'
  | 'and'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '&'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** The operation as it runs. Arithmetic with nothing gives nothing; `and` and `or` look right only where they must. */
export function binary(operator: Operator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case 'or':
      return (inputs) => toBoolean(left(inputs)) || toBoolean(right(inputs));
    case 'and':
      return (inputs) => toBoolean(left(inputs)) && toBoolean(right(inputs));
    case '=':
      return (inputs) => same(left(inputs), right(inputs));
    case '<>':
      return (inputs) => !same(left(inputs), right(inputs));
    case '<':
      return (inputs) => ordered(left(inputs), right(inputs), (order) => order < 0);
    case '<=':
      return (inputs) => ordered(left(inputs), right(inputs), (order) => order <= 0);
    case '>':
      return (inputs) => ordered(left(inputs), right(inputs), (order) => order > 0);
    case '>=':
      return (inputs) => ordered(left(inputs), right(inputs), (order) => order >= 0);
    case '&':
      return (inputs) => {
        const a = toText(left(inputs));
        const b = toText(right(inputs));
        needRoom(a.length + b.length);
        return a + b;
      };
    case '+':
      return arithmetic(left, right, (a, b) => a + b);
    case '-':
      return arithmetic(left, right, (a, b) => a - b);
    case '*':
      return arithmetic(left, right, (a, b) => a * b);
    case '/':
      return arithmetic(left, right, (a, b) => {
        if (b === 0) throw DIVISION_BY_ZERO;
        return a / b;
      });
    case '%':
      return arithmetic(left, right, (a, b) => {
        if (b === 0) throw DIVISION_BY_ZERO;
        return a - b * Math.floor(exact(a / b));
      });
  }
}

function arithmetic(left: Evaluate, right: Evaluate, work: (a: number, b: number) => number): Evaluate {
  return (inputs) => {
    const a = toNumber(left(inputs));
    const b = toNumber(right(inputs));
    return a === null || b === null ? null : exact(work(a, b));
  };
}

/** Texts are equal letter by letter; with a number on one side, as numbers; with yes or no on one side, as such. */
function same(a: Value, b: Value): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') {
    const left = numberIn(a);
    return left !== null && left === numberIn(b);
  }
  return a === b;
}

function isNothing(value: Value): boolean {
  return value === null || value === '';
}

/** By number where both sides are numbers, else by code unit (ISO dates stand in order); false with nothing on one side. */
function ordered(a: Value, b: Value, passes: (order: number) => boolean): boolean {
  if (isNothing(a) || isNothing(b)) return false;
  if (typeof a === 'number' || typeof b === 'number') {
    const left = toNumber(a);
    const right = toNumber(b);
    return left !== null && right !== null && passes(left - right);
  }
  const left = numberIn(a);
  const right = left === null ? null : numberIn(b);
  if (left !== null && right !== null) return passes(left - right);
  const first = toText(a);
  const second = toText(b);
  return passes(first < second ? -1 : first > second ? 1 : 0);
}
