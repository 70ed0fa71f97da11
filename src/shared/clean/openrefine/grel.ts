/**
 * Reads the expression language of OpenRefine (GREL) as far as recipes use it: literals, `value`, `cells`, operators,
 * functions in both spellings (`trim(value)`, `value.trim()`) and picking by index. Nothing is evaluated here.
 */
export type Grel =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly word: 'value' | 'true' | 'false' | 'null' }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly ignoreCase: boolean }
  | { readonly kind: 'column'; readonly column: string }
  /** A function; in `value.trim()` the value is the first argument. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Grel[] }
  | { readonly kind: 'pick'; readonly of: Grel; readonly index: number }
  | { readonly kind: 'sign'; readonly sign: string; readonly args: readonly Grel[] };

/** Longest expression that is read. */
const MAX_LENGTH = 4_000;
const MAX_DEPTH = 40;

interface Piece {
  readonly kind: 'text' | 'number' | 'word' | 'pattern' | 'sign';
  readonly text: string;
  readonly ignoreCase?: boolean;
}

const PIECE =
  /\s+|(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([A-Za-z_]\w*)|(&&|\|\||==|!=|<=|>=|[-+*/%<>!().,[\]])/y;
const PATTERN = /\/((?:[^/\\\n]|\\.)+)\/(i?)/y;

/** The expression, or null where it is longer, deeper or other than what is read. */
export function parseGrel(text: string): Grel | null {
  if (text.length > MAX_LENGTH) return null;
  const pieces = piecesOf(text);
  if (pieces === null || pieces.length === 0) return null;
  const reader = new Reader(pieces);
  const result = reader.level(0);
  return reader.finished ? result : null;
}

function piecesOf(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  const piece = new RegExp(PIECE.source, PIECE.flags);
  const pattern = new RegExp(PATTERN.source, PATTERN.flags);
  for (let at = 0; at < text.length; ) {
    const before = pieces.at(-1);
    const operand = before && (before.kind !== 'sign' || before.text === ')' || before.text === ']');
    pattern.lastIndex = at;
    const regex = operand ? null : pattern.exec(text);
    if (regex) {
      pieces.push({ kind: 'pattern', text: regex[1] ?? '', ignoreCase: regex[2] === 'i' });
      at += regex[0].length;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (!match) return null;
    const [whole, number, double, single, word, sign] = match;
    const quoted = double ?? single;
    if (number !== undefined) pieces.push({ kind: 'number', text: number });
    else if (quoted !== undefined) pieces.push({ kind: 'text', text: unescaped(quoted) });
    else if (word !== undefined) pieces.push({ kind: 'word', text: word });
    else if (sign !== undefined) pieces.push({ kind: 'sign', text: sign });
    at += whole.length;
  }
  return pieces;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/gs,
    (_, hex: string | undefined, sign: string | undefined) =>
      hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[sign ?? ''] ?? sign ?? ''),
  );
}

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

class Reader {
  readonly #pieces: readonly Piece[];
  #at = 0;
  #depth = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get finished(): boolean {
    return this.#at === this.#pieces.length;
  }

  level(level: number): Grel | null {
    const signs = LEVELS[level];
    if (!signs) return this.#unary();
    let left = this.level(level + 1);
    while (left) {
      const sign = this.#peek();
      if (sign?.kind !== 'sign' || !signs.includes(sign.text)) break;
      this.#at++;
      const right = this.level(level + 1);
      left = right && { kind: 'sign', sign: sign.text, args: [left, right] };
    }
    return left;
  }

  #peek(): Piece | undefined {
    return this.#pieces[this.#at];
  }

  #take(sign: string): boolean {
    const piece = this.#peek();
    if (piece?.kind !== 'sign' || piece.text !== sign) return false;
    this.#at++;
    return true;
  }

  #unary(): Grel | null {
    for (const sign of ['-', '!'])
      if (this.#take(sign)) {
        const operand = this.#deeper(() => this.#unary());
        return operand && { kind: 'sign', sign, args: [operand] };
      }
    let result = this.#primary();
    for (;;) {
      if (result && this.#take('.')) result = this.#member(result);
      else if (result && this.#take('[')) result = this.#index(result);
      else return result;
    }
  }

  #primary(): Grel | null {
    const piece = this.#peek();
    this.#at++;
    switch (piece?.kind) {
      case 'text':
        return { kind: 'text', text: piece.text };
      case 'number':
        return { kind: 'number', value: Number(piece.text) };
      case 'pattern':
        return { kind: 'pattern', pattern: piece.text, ignoreCase: piece.ignoreCase ?? false };
      case 'sign': {
        if (piece.text !== '(') return null;
        const inside = this.#deeper(() => this.level(0));
        return this.#take(')') ? inside : null;
      }
      case 'word':
        return this.#word(piece.text);
      case undefined:
        return null;
    }
  }

  #word(word: string): Grel | null {
    if (word === 'value' || word === 'true' || word === 'false' || word === 'null')
      return { kind: 'word', word };
    if (word === 'cells') return this.#cell();
    if (!this.#take('(')) return null;
    const args = this.#args();
    return args && { kind: 'call', name: word, args };
  }

  /** `cells["Name"].value` or `cells.Name.value`; the `.value` may be missing. */
  #cell(): Grel | null {
    let column: string | null = null;
    const bracket = this.#take('[');
    if (!bracket && !this.#take('.')) return null;
    const name = this.#peek();
    if (name?.kind === (bracket ? 'text' : 'word')) column = name.text;
    this.#at++;
    if (bracket && !this.#take(']')) return null;
    const [dot, value] = this.#pieces.slice(this.#at, this.#at + 2);
    if (dot?.text === '.' && value?.kind === 'word' && value.text === 'value') this.#at += 2;
    return column === null ? null : { kind: 'column', column };
  }

  #member(of: Grel): Grel | null {
    const name = this.#peek();
    this.#at++;
    if (name?.kind !== 'word' || !this.#take('(')) return null;
    const args = this.#args();
    return args && { kind: 'call', name: name.text, args: [of, ...args] };
  }

  #args(): readonly Grel[] | null {
    const args: Grel[] = [];
    if (this.#take(')')) return args;
    do {
      const arg = this.#deeper(() => this.level(0));
      if (!arg) return null;
      args.push(arg);
    } while (this.#take(','));
    return this.#take(')') ? args : null;
  }

  #index(of: Grel): Grel | null {
    const minus = this.#take('-');
    const piece = this.#peek();
    this.#at++;
    if (piece?.kind !== 'number' || !this.#take(']')) return null;
    return { kind: 'pick', of, index: minus ? -Number(piece.text) : Number(piece.text) };
  }

  #deeper(work: () => Grel | null): Grel | null {
    if (++this.#depth > MAX_DEPTH) return null;
    const result = work();
    this.#depth--;
    return result;
  }
}
