/** What one part of a Splink condition asks of one column. */
export type ColumnTest =
  | { readonly kind: 'equal' }
  | { readonly kind: 'similarity'; readonly least: number }
  | { readonly kind: 'overlap'; readonly least: number }
  | { readonly kind: 'edits'; readonly most: number }
  | { readonly kind: 'days'; readonly most: number }
  | { readonly kind: 'mailbox' }
  | { readonly kind: 'mailboxSimilarity'; readonly least: number }
  | { readonly kind: 'part'; readonly part: 'sector' | 'district' | 'area' }
  | { readonly kind: 'swapped'; readonly with: string };

/** A condition as tests that must all hold, each on a column; `[]` for ELSE. */
export type Condition = readonly { readonly column: string; readonly test: ColumnTest }[];

const NAME = '([a-z_]\\w*?)';
const SECONDS_A_DAY = 86_400;

type Reading = (match: RegExpExecArray) => { column: string; test: ColumnTest };

const one =
  (test: (bound: number) => ColumnTest): Reading =>
  (match) => ({ column: match[1]!, test: test(Number(match[2])) });

/** The conditions of Splink's comparison library, in the words of DuckDB and of Spark. */
const PATTERNS: readonly (readonly [RegExp, Reading])[] = [
  [pattern(`${NAME}_l = \\1_r`), one(() => ({ kind: 'equal' }))],
  [pattern(`${NAME}_r = \\1_l`), one(() => ({ kind: 'equal' }))],
  [
    pattern(`${NAME}_l = ${NAME}_r`),
    (match) => ({ column: match[1]!, test: { kind: 'swapped', with: match[2]! } }),
  ],
  [
    pattern(`${NAME}_r = ${NAME}_l`),
    (match) => ({ column: match[2]!, test: { kind: 'swapped', with: match[1]! } }),
  ],
  [
    pattern(
      `(?:jaro_winkler_similarity|jaro_winkler|jaro_similarity|jaro_sim)\\(${NAME}_l, \\1_r\\) >= ([\\d.]+)`,
    ),
    one((least) => ({ kind: 'similarity', least })),
  ],
  [
    pattern(`(?:jaccard|array_cosine_similarity)\\(${NAME}_l, \\1_r\\) >= ([\\d.]+)`),
    one((least) => ({ kind: 'overlap', least })),
  ],
  [
    pattern(`(?:levenshtein|damerau_levenshtein)\\(${NAME}_l, \\1_r\\) <= (\\d+)`),
    one((most) => ({ kind: 'edits', most })),
  ],
  [
    pattern(
      `abs\\((?:epoch|unix_timestamp|datediff)\\([^<]*?\\b${NAME}_l\\b[^<]*<= (?:floor\\()?([\\d.]+)[^<]*`,
    ),
    one((seconds) => ({ kind: 'days', most: seconds / SECONDS_A_DAY })),
  ],
  [pattern(`${extracted('\\^\\[\\^@\\]\\+')} = .*`), one(() => ({ kind: 'mailbox' }))],
  [
    pattern(
      `(?:jaro_winkler_similarity|jaro_winkler)\\(${extracted('\\^\\[\\^@\\]\\+')}, .*\\) >= ([\\d.]+)`,
    ),
    one((least) => ({ kind: 'mailboxSimilarity', least })),
  ],
  [
    pattern(`${extracted('\\^\\[a-z\\]\\{1,2\\}\\[0-9\\]\\[a-z0-9\\]\\? \\[0-9\\]')} = .*`),
    one(() => ({ kind: 'part', part: 'sector' })),
  ],
  [
    pattern(`${extracted('\\^\\[a-z\\]\\{1,2\\}\\[0-9\\]\\[a-z0-9\\]\\?')} = .*`),
    one(() => ({ kind: 'part', part: 'district' })),
  ],
  [pattern(`${extracted('\\^\\[a-z\\]\\{1,2\\}')} = .*`), one(() => ({ kind: 'part', part: 'area' }))],
];

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`);
}

/** What Splink writes for the first match of a regular expression in a column. */
function extracted(expression: string): string {
  return `nullif\\(regexp_extract\\(${NAME}_l, '${expression}', 0\\), ''\\)`;
}

/** Longer conditions are none of the library's, and would cost the patterns time. */
const LONGEST = 1_000;

/** The tests of a condition; null when it is none that Splink's library writes. */
export function readCondition(sql: string): Condition | null {
  if (sql.length > LONGEST) return null;
  const plain = sql
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\[a-za-z\]/g, '[a-z]')
    .replace(/\[a-za-z0-9\]/g, '[a-z0-9]');
  if (plain === 'else') return [];
  const tests: { column: string; test: ColumnTest }[] = [];
  for (const part of conjuncts(plain)) {
    const test = readPart(part);
    if (test === null) return null;
    tests.push(test);
  }
  return tests;
}

function readPart(part: string): { column: string; test: ColumnTest } | null {
  for (const [regex, read] of PATTERNS) {
    const match = regex.exec(part);
    if (match) return read(match);
  }
  return null;
}

/** The parts of a conjunction, without brackets around them. */
function conjuncts(text: string): string[] {
  const inner = unwrapped(text);
  const parts: string[] = [];
  let from = 0;
  for (const at of topLevel(inner)) {
    if (!inner.startsWith(' and ', at)) continue;
    parts.push(inner.slice(from, at));
    from = at + ' and '.length;
  }
  parts.push(inner.slice(from));
  return parts.length === 1 ? [inner] : parts.flatMap(conjuncts);
}

/** Without brackets that enclose all of it. */
function unwrapped(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed;
  for (const at of topLevel(trimmed)) if (at > 0) return trimmed;
  return unwrapped(trimmed.slice(1, -1));
}

/** Positions outside brackets and quotes; a closing bracket counts as inside. */
function* topLevel(text: string): Generator<number> {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") quoted = !quoted;
    if (quoted || letter === "'") continue;
    if (depth === 0) yield at;
    if (letter === '(') depth++;
    else if (letter === ')') depth = Math.max(0, depth - 1);
  }
}
