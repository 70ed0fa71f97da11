// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of replacements is under test
import { compilePattern, type Pattern } from '@shared/clean/pattern';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function pattern(text: string, ignoreCase = false): Pattern {
  const compiled = compilePattern(text, ignoreCase);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

describe('compilePattern', () => {
  it('finds, replaces and splits', () => {
    const dates = pattern('(?<year>[0-9]{4})-([0-9]{2})');
    expect(dates.groupNames).toEqual(['year', '']);
    expect(dates.first('in 2024-03 and 2025-04')).toEqual(['2024-03', '2024', '03']);
    expect(dates.replace('2024-03, 2025-04', '$2/${year} $0 $9 $$')).toBe(
      '03/2024 2024-03 $9 $, 04/2025 2025-04 $9 $',
    );
    expect(pattern('[,;] *').split('a, b;c', 9)).toEqual(['a', 'b', 'c']);
    expect(pattern('[,;] *').split('a, b;c', 2)).toEqual(['a', 'b;c']);
    expect(pattern('x*').replace('abc', '-')).toBe('-a-b-c-');
    expect(pattern('STRASSE', true).test('Hauptstrasse 1')).toBe(true);
  });

  it.each([
    ['', 'is empty'],
    ['(', 'opening bracket "("'],
    ['a**', 'repeats a repetition'],
    ['(?=a)', 'looks ahead or behind'],
    ['(a)\\1', 'refers back'],
    ['a'.repeat(1_001), 'longer than 1,000 characters'],
    ['((a{100}){100}){100}', 'repeats more than 1,000 times'],
    ['[a-z]{900}'.repeat(5), 'add up to more than 2,000'],
    ['\\pL{99}'.repeat(100), 'add up to more than 2,000'],
  ])('%s is refused: %s', (text, words) => {
    const compiled = compilePattern(text, false);
    expect(compiled.ok ? '' : compiled.error.message).toContain(words);
  });

  it.each([
    ['(a+)+$', `${'a'.repeat(50_000)}b`],
    ['(x+x+)+y', 'x'.repeat(50_000)],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(50_000)],
    ['(.*)*(.*)*(.*)*=', 'b'.repeat(20_000)],
  ])('%s, which hangs other engines, answers at once', (text, subject) => {
    const started = performance.now();
    expect(pattern(text).first(subject)).toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('leaves texts longer than a cell may be, and replacements that would grow without bound', () => {
    expect(pattern('a').replace('a'.repeat(100_001), 'b')).toBe('a'.repeat(100_001));
    const text = 'a'.repeat(50_000);
    expect(pattern('a').replace(text, 'b'.repeat(1_000))).toBe(text);
  });

  it('agrees with the built-in engine where both know the syntax', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '[^a]',
      '(a|b)',
      '.',
      'a+',
      'b?',
      '(ab)*',
      '^',
      '$',
      '\\s',
    );
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), texts, (pieces, text) => {
        const source = pieces.join('');
        expect(pattern(source).test(text)).toBe(new RegExp(source, 'u').test(text));
      }),
    );
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean(), (text, ignoreCase) => {
        expect(typeof compilePattern(text, ignoreCase).ok).toBe('boolean');
      }),
    );
  });
});
