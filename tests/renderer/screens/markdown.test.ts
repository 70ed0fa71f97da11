import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown } from '../../../src/renderer/screens/guide/markdown';

describe('parseMarkdown', () => {
  it('reads headings, paragraphs over several lines, lists and quotes', () => {
    const page = '# Sources\n\nA source is\na system.\n\n- one\n  goes on\n- two\n\n> quoted\n';
    expect(parseMarkdown(page)).toEqual([
      { kind: 'heading', level: 1, inside: [{ kind: 'text', text: 'Sources' }] },
      { kind: 'paragraph', inside: [{ kind: 'text', text: 'A source is a system.' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'one goes on' }], [{ kind: 'text', text: 'two' }]],
      },
      { kind: 'quote', inside: [{ kind: 'text', text: 'quoted' }] },
    ]);
  });
  it('reads tables and drops the line under the head', () => {
    expect(parseMarkdown('| a | b |\n|---|---|\n| 1 | `x` |\n')).toEqual([
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
        rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'code', text: 'x' }]]],
      },
    ]);
  });
  it('keeps code as it stands', () => {
    expect(parseMarkdown('```\nnpm start\n# no heading\n```')).toEqual([
      { kind: 'code', text: 'npm start\n# no heading' },
    ]);
  });
  it('ends on a fence that never closes', () => {
    expect(parseMarkdown('```\nopen')).toEqual([{ kind: 'code', text: 'open' }]);
  });
});

describe('parseInline', () => {
  it('reads bold, italic, code and links inside text', () => {
    expect(parseInline('See **the [map](map.md)** and *try*.')).toEqual([
      { kind: 'text', text: 'See ' },
      {
        kind: 'bold',
        inside: [
          { kind: 'text', text: 'the ' },
          { kind: 'link', inside: [{ kind: 'text', text: 'map' }], to: 'map.md' },
        ],
      },
      { kind: 'text', text: ' and ' },
      { kind: 'italic', inside: [{ kind: 'text', text: 'try' }] },
      { kind: 'text', text: '.' },
    ]);
  });
  it('leaves what does not close, and all HTML, as text', () => {
    expect(parseInline('2 * 3 <b>x</b>')).toEqual([{ kind: 'text', text: '2 * 3 <b>x</b>' }]);
  });
});
