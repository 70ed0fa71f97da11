import { callAt, completions } from '@shared/clean/expression/completions';
import { describe, expect, it } from 'vitest';

const COLUMNS = ['Name', 'First name', 'Up to', 'a]b'];

/** Text with the cursor at `|`, and what the first completion makes of it. */
function at(marked: string): { text: string; cursor: number } {
  const cursor = marked.indexOf('|');
  return { text: marked.replace('|', ''), cursor };
}

function labels(marked: string): readonly string[] {
  const { text, cursor } = at(marked);
  return completions(text, cursor, COLUMNS).map(({ label }) => label);
}

function accept(marked: string, label: string): string {
  const { text, cursor } = at(marked);
  const chosen = completions(text, cursor, COLUMNS).find((one) => one.label === label);
  if (!chosen) throw new Error(`${label} is not offered`);
  return text.slice(0, chosen.from) + chosen.insert + text.slice(chosen.to);
}

describe('completions', () => {
  it('offer functions, columns and words by what is written', () => {
    expect(labels('up|')).toEqual(['upper', 'Up to']);
    expect(labels('1 + va|')).toEqual(['value']);
    expect(labels('na|')).toEqual(['nameCase', 'Name', 'First name']);
    expect(labels('|')).toContain('coalesce');
  });

  it('offer columns inside brackets', () => {
    expect(labels('[na|')).toEqual(['Name', 'First name']);
    expect(labels('upper([first|')).toEqual(['First name']);
  });

  it('offer nothing inside texts and behind finished pieces', () => {
    expect(labels('"up|')).toEqual([]);
    expect(labels('12|')).toEqual([]);
    expect(labels('[Name]|')).toEqual([]);
  });

  it('replace what was written', () => {
    expect(accept('1 + up|', 'upper')).toBe('1 + upper(');
    expect(accept('up|(Name)', 'upper')).toBe('upper(Name)');
    expect(accept('upper([fi|])', 'First name')).toBe('upper([First name])');
    expect(accept('upper(fi|)', 'First name')).toBe('upper([First name])');
    expect(accept('[a|', 'a]b')).toBe('[a]]b]');
  });
});

describe('callAt', () => {
  it('names the innermost call and the argument at the cursor', () => {
    const help = (marked: string): string => {
      const { text, cursor } = at(marked);
      const found = callAt(text, cursor);
      return found ? `${found.entry.name} ${found.argument}` : 'none';
    };
    expect(help('round(|')).toBe('round 0');
    expect(help('round(1.5, |)')).toBe('round 1');
    expect(help('if(upper("a,b"), |')).toBe('if 1');
    expect(help('if(upper(|')).toBe('upper 0');
    expect(help('round(1) |')).toBe('none');
    expect(help('(1 + |')).toBe('none');
  });
});
