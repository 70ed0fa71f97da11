import { fail, ok, type Result } from '../../base/result';
import { osaWithin } from '../../base/text/edit-distance';
import { countText } from '../../profile/text';
import { MAX_EXPRESSION } from '../limits';
import { compilePattern, type Pattern } from '../pattern';
import { exact, toBoolean, toNumber } from './convert';
import type { FunctionCode } from './function-types';
import { FUNCTIONS, functionNamed } from './functions';
import { binary, type Operator } from './operators';
import { type Token, tokensOf } from './tokens';
import type { Evaluate, Expression } from './types';

/** How deep brackets, calls and signs may nest. */
const MAX_DEPTH = 60;

/** Operators from the loosest to the tightest; `not` stands between the first two and comparison. */
const LEVELS: readonly ReadonlyMap<string, Operator>[] = [
  new Map<string, Operator>([['or', 'or']]),
  new Map<string, Operator>([['and', 'and']]),
  new Map<string, Operator>([
    ['=', '='],
    ['==', '='],
    ['<>', '<>'],
    ['!=', '<>'],
    ['<', '<'],
    ['<=', '<='],
    ['>', '>'],
    ['>=', '>='],
  ]),
  new Map<string, Operator>([['&', '&']]),
  new Map<string, Operator>([
    ['+', '+'],
    ['-', '-'],
  ]),
  new Map<string, Operator>([
    ['*', '*'],
    ['/', '/'],
    ['%', '%'],
  ]),
];
const COMPARISON = 2;

/** What is wrong and where, on its way out of the parser. */
class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  constructor(
    message: string,
    readonly from: number,
    readonly to: number,
  ) {
    super(message);
  }
}

/**
 * An expression of the guide's language, ready to run. An error says in its sentence what is wrong, and in its details
 * where (`from` and `to`, UTF-16 positions). Columns are looked up only when it runs.
 */
export function parseExpression(text: string): Result<Expression> {
  if (text.trim() === '')
    return invalid('The expression is empty. Write a value, a column or a function.', 0, 0);
  if (text.length > MAX_EXPRESSION)
    return invalid(
      `The expression is longer than ${countText(MAX_EXPRESSION)} characters. Split it into several steps.`,
      MAX_EXPRESSION,
      text.length,
    );
  try {
    return ok(new Parser(text).parse());
  } catch (cause) {
    if (!(cause instanceof SyntaxProblem)) throw cause;
    return invalid(cause.message, cause.from, cause.to);
  }
}

function invalid(message: string, from: number, to: number): Result<never> {
  return fail('EXPRESSION_INVALID', message, { from, to });
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #columns: string[] = [];
  #usesValue = false;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  parse(): Expression {
    const evaluate = this.#level(0);
    const rest = this.#peek();
    if (rest.kind !== 'end') throw this.#unexpected(rest);
    return { text: this.#text, columns: this.#columns, usesValue: this.#usesValue, evaluate };
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1)!;
  }

  #next(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }

  #isSign(sign: string): boolean {
    const token = this.#peek();
    return token.kind === 'sign' && token.text === sign;
  }

  #isWord(word: string): boolean {
    const token = this.#peek();
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  #operator(level: number): Operator | undefined {
    const token = this.#peek();
    if (token.kind !== 'sign' && token.kind !== 'word') return undefined;
    return LEVELS[level]?.get(token.text.toLowerCase());
  }

  /** Operands of one level, joined from left to right; comparisons do not chain. */
  #level(level: number): Evaluate {
    if (level === LEVELS.length) return this.#unary();
    if (level === COMPARISON && this.#isWord('not')) return this.#deeper(() => this.#negation());
    let left = this.#level(level + 1);
    for (let operator = this.#operator(level); operator; operator = this.#operator(level)) {
      const sign = this.#next();
      const right = this.#level(level + 1);
      left = binary(operator, left, right);
      if (level === COMPARISON && this.#operator(level))
        throw new SyntaxProblem(
          'Two comparisons cannot follow each other. Join them with and: 1 < x and x < 5.',
          sign.from,
          this.#peek().to,
        );
    }
    return left;
  }

  #negation(): Evaluate {
    this.#next();
    const operand = this.#level(COMPARISON);
    return (inputs) => !toBoolean(operand(inputs));
  }

  #unary(): Evaluate {
    if (this.#isSign('-') || this.#isSign('+')) {
      const minus = this.#next().text === '-';
      const operand = this.#deeper(() => this.#unary());
      return (inputs) => {
        const value = toNumber(operand(inputs));
        return value === null ? null : exact(minus ? -value : value);
      };
    }
    return this.#primary();
  }

  #primary(): Evaluate {
    const token = this.#next();
    switch (token.kind) {
      case 'number': {
        const value = Number(token.text);
        if (token.text.replace(/^0*\.?0*|\./g, '').length > 15)
          throw this.#problem('A number may have at most 15 digits. Put longer ones in quotes.', token);
        return () => value;
      }
      case 'text':
        return () => token.text;
      case 'column':
        return this.#column(token.text);
      case 'word':
        return this.#word(token);
      case 'sign':
        if (token.text === '(') {
          const inside = this.#deeper(() => this.#level(0));
          this.#expect(')', token, 'This bracket ( has no closing ).');
          return inside;
        }
        throw this.#unexpected(token);
      case 'end':
      case 'bad':
        throw this.#unexpected(token);
    }
  }

  #word(token: Token): Evaluate {
    if (this.#isSign('(')) return this.#call(token);
    switch (token.text.toLowerCase()) {
      case 'true':
        return () => true;
      case 'false':
        return () => false;
      case 'blank':
        return () => null;
      case 'value':
        this.#usesValue = true;
        return ({ value }) => (value === '' ? null : value);
      case 'and':
      case 'or':
      case 'not':
        throw this.#unexpected(token);
      default:
        return this.#column(token.text);
    }
  }

  #column(name: string): Evaluate {
    let index = this.#columns.indexOf(name);
    if (index < 0) index = this.#columns.push(name) - 1;
    return ({ cells }) => {
      const cell = cells[index];
      return cell === undefined || cell === '' ? null : cell;
    };
  }

  #call(name: Token): Evaluate {
    const code = functionNamed(name.text);
    if (!code) throw this.#problem(unknownFunction(name.text), name);
    const open = this.#next();
    const starts: Token[] = [];
    const args: Evaluate[] = [];
    if (!this.#isSign(')'))
      do {
        if (args.length > 0) this.#next();
        starts.push(this.#peek());
        args.push(this.#deeper(() => this.#level(0)));
      } while (this.#isSign(',') || this.#isSign(';'));
    this.#expect(')', open, `${code.name}( has no closing ).`);
    if (args.length < code.least || args.length > code.most)
      throw this.#problem(`${code.name} takes ${argumentWords(code)}: ${code.signature}.`, name);
    const tools = { pattern: code.pattern === null ? null : this.#pattern(code, starts[code.pattern]) };
    return (inputs) => code.run(inputs, args, tools);
  }

  #pattern(code: FunctionCode, token: Token | undefined): Pattern {
    if (token?.kind !== 'text')
      throw this.#problem(`The pattern of ${code.name} must be a text in quotes.`, token ?? this.#peek());
    const pattern = compilePattern(token.text, false);
    if (!pattern.ok) throw this.#problem(pattern.error.message, token);
    return pattern.value;
  }

  #expect(sign: string, opened: Token, sentence: string): void {
    const token = this.#peek();
    if (this.#isSign(sign)) this.#at++;
    else if (token.kind === 'end') throw this.#problem(sentence, opened);
    else throw this.#unexpected(token);
  }

  #deeper<T>(work: () => T): T {
    if (++this.#depth > MAX_DEPTH)
      throw this.#problem('This is nested too deeply. Split it into several steps.', this.#peek());
    const result = work();
    this.#depth--;
    return result;
  }

  #problem(message: string, token: Token): SyntaxProblem {
    return new SyntaxProblem(message, token.from, token.to);
  }

  #unexpected(token: Token): SyntaxProblem {
    if (token.kind === 'bad') return this.#problem(token.text, token);
    if (token.kind === 'end') return this.#problem('Something is missing at the end.', token);
    const shown = this.#text.slice(token.from, token.to);
    const operand = token.kind !== 'sign' && !/^(?:and|or)$/i.test(token.text);
    return this.#problem(
      operand
        ? `An operator is missing before ${shown}: + - * / & = < > and or.`
        : `A value is missing before ${shown}.`,
      token,
    );
  }
}

function argumentWords({ least, most }: FunctionCode): string {
  const words = (count: number): string => `${count} ${count === 1 ? 'argument' : 'arguments'}`;
  if (least === most) return words(least);
  return most >= 100 ? `at least ${words(least)}` : `${least} to ${words(most)}`;
}

function unknownFunction(name: string): string {
  const lower = name.toLowerCase();
  let nearest: string | null = null;
  let distance = 3;
  for (const entry of FUNCTIONS) {
    const apart = osaWithin(lower, entry.name.toLowerCase(), 2);
    if (apart < distance) {
      distance = apart;
      nearest = entry.name;
    }
  }
  const hint = nearest === null ? 'Choose one from the list.' : `Did you mean ${nearest}?`;
  return `There is no function “${name.slice(0, 40)}”. ${hint}`;
}
