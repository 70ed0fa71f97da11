/**
 * The little Markdown our own guide is written in, as data: headings, paragraphs, lists, tables, quotes, code, and inside
 * text bold, italic, code and links. No HTML passes: what is not known stays text.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold'; readonly inside: readonly Inline[] }
  | { readonly kind: 'italic'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly inside: readonly Inline[]; readonly to: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'quote'; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string };

const ITEM = /^(?:[-*]|(\d+)\.)\s+(.*)$/;
const STARTS = /^(?:#{1,6}\s|[-*]\s|\d+\.\s|\||>|```)/;

/** Splits a page into blocks. Linear. */
export function parseMarkdown(text: string): readonly Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  let at = 0;
  const line = (): string => lines[at] ?? '';
  const runWhile = (fits: (text: string) => boolean): string[] => {
    const run: string[] = [];
    while (at < lines.length && fits(line())) {
      run.push(line());
      at++;
    }
    return run;
  };
  while (at < lines.length) {
    const current = line();
    const heading = /^(#{1,6})\s+(.*)$/.exec(current);
    if (current.trim() === '') at++;
    else if (heading) {
      at++;
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, inside: parseInline(heading[2] ?? '') });
    } else if (current.startsWith('```')) {
      at++;
      const code = runWhile((text) => !text.startsWith('```'));
      at++;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (current.startsWith('|')) blocks.push(tableOf(runWhile((text) => text.startsWith('|'))));
    else if (current.startsWith('>')) {
      const quoted = runWhile((text) => text.startsWith('>')).map((text) => text.replace(/^>\s?/, ''));
      blocks.push({ kind: 'quote', inside: parseInline(quoted.join(' ')) });
    } else if (ITEM.test(current)) {
      blocks.push(listOf(runWhile((text) => ITEM.test(text) || /^\s+\S/.test(text))));
    } else {
      const first = line();
      at++;
      const rest = runWhile((text) => text.trim() !== '' && !STARTS.test(text));
      blocks.push({ kind: 'paragraph', inside: parseInline([first, ...rest].join(' ')) });
    }
  }
  return blocks;
}

function tableOf(lines: readonly string[]): Block {
  const cells = (text: string) =>
    text
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => parseInline(cell.trim()));
  const body = lines.slice(1).filter((text) => !/^\|[\s:|-]+\|?\s*$/.test(text));
  return { kind: 'table', head: cells(lines[0] ?? ''), rows: body.map(cells) };
}

function listOf(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const text of lines) {
    const item = ITEM.exec(text);
    if (item) items.push(item[2] ?? '');
    else items.push(`${items.pop() ?? ''} ${text.trim()}`);
  }
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items: items.map(parseInline) };
}

const SPAN = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/;

/** Splits text into runs. What does not close stays as it is written. */
export function parseInline(text: string): readonly Inline[] {
  const found = SPAN.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text }];
  const [whole, code, bold, italic, label, to] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + whole.length);
  const span: Inline =
    code !== undefined
      ? { kind: 'code', text: code }
      : bold !== undefined
        ? { kind: 'bold', inside: parseInline(bold) }
        : italic !== undefined
          ? { kind: 'italic', inside: parseInline(italic) }
          : { kind: 'link', inside: parseInline(label ?? ''), to: to ?? '' };
  return [...(before === '' ? [] : [{ kind: 'text', text: before } as const]), span, ...parseInline(after)];
}
