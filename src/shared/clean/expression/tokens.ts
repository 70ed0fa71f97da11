/** A piece of an expression and where it stands: `[from, to)` in UTF-16 units. */
export interface Token {
  readonly kind: 'number' | 'text' | 'column' | 'word' | 'sign' | 'end' | 'bad';
  /** Content without quotes or brackets; the sentence for `bad`. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PIECE =
  /(\s+)|(\d+(?:\.\d+)?|\.\d+)|"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\[((?:[^\]]|\]\])*)\]|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(<=|>=|<>|!=|==|[-+*/%&=<>(),;])/uy;

/** The pieces of an expression, the last one of kind `end`. What is none becomes one `bad` piece with its sentence. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const piece = new RegExp(PIECE.source, PIECE.flags);
  let at = 0;
  while (at < text.length) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (!match) {
      tokens.push({ kind: 'bad', text: complaint(text, at), from: at, to: text.length });
      return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }];
    }
    const [whole, blank, number, double, single, column, word, sign] = match;
    const to = at + whole.length;
    const push = (kind: Token['kind'], content: string): void => {
      tokens.push({ kind, text: content, from: at, to });
    };
    if (number !== undefined) push('number', number);
    else if (double !== undefined) push('text', double.replaceAll('""', '"'));
    else if (single !== undefined) push('text', single.replaceAll("''", "'"));
    else if (column !== undefined) push('column', column.replaceAll(']]', ']'));
    else if (word !== undefined) push('word', word);
    else if (sign !== undefined && blank === undefined) push('sign', sign);
    at = to;
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
}

function complaint(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (sign === '"' || sign === "'")
    return `This text has no closing ${sign === '"' ? 'quote "' : "quote '"}.`;
  if (sign === '[') return 'This column name has no closing bracket ].';
  if (sign === ']') return 'There is a closing bracket ] without its [.';
  return `“${sign}” cannot stand here. Put texts in quotes and column names in brackets: [Column name].`;
}

/** The name of a column as it is written in an expression: bare where that reads as one word, else in brackets. */
export function columnReference(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}
