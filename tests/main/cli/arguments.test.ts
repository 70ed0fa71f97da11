import { describe, expect, it } from 'vitest';
import { isoDate, parseArguments, probability } from '../../../src/main/cli/arguments';

describe('parseArguments', () => {
  it('splits files from options', () => {
    const parsed = parseArguments('dedupe', ['a.csv', '--out', 'c.csv', 'b.csv', '--link', '--json'], {
      link: { type: 'boolean' },
      out: { type: 'string' },
    });
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.files).toEqual(['a.csv', 'b.csv']);
    expect(parsed.value.json).toBe(true);
    expect(parsed.value.help).toBe(false);
    expect(parsed.value.flag('link')).toBe(true);
    expect(parsed.value.text('out')).toBe('c.csv');
  });

  it('says null for what was not given and for names every object has', () => {
    const parsed = parseArguments('run', [], { out: { type: 'string' } });
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.text('out')).toBeNull();
    expect(parsed.value.text('constructor')).toBeNull();
    expect(parsed.value.flag('toString')).toBe(false);
  });

  it('refuses an unknown option and says where to look', () => {
    const parsed = parseArguments('verify', ['pkg', '--fast'], {});
    expect(parsed).toMatchObject({ ok: false, error: { code: 'BAD_ARGUMENT' } });
    if (!parsed.ok) expect(parsed.error.message).toMatch(/--fast.*winnow verify --help/);
  });

  it('refuses an option without its value', () => {
    expect(parseArguments('run', ['p', '--out'], { out: { type: 'string' } })).toMatchObject({
      ok: false,
      error: { code: 'BAD_ARGUMENT' },
    });
  });

  it('takes what follows -- as files', () => {
    const parsed = parseArguments('profile', ['--', '--odd-name.csv'], {});
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.files).toEqual(['--odd-name.csv']);
  });
});

describe('probability', () => {
  it.each(['0.9', '0.5', '1e-3'])('takes %s', (text) => {
    expect(probability(text, 0.8)).toEqual({ ok: true, value: Number(text) });
  });
  it.each(['0', '1', '1.5', '-0.1', 'ninety', '', '0,9'])('refuses "%s"', (text) => {
    expect(probability(text, 0.8)).toMatchObject({ ok: false, error: { code: 'BAD_THRESHOLD' } });
  });
  it('uses the default when nothing is given', () => {
    expect(probability(null, 0.8)).toEqual({ ok: true, value: 0.8 });
  });
});

describe('isoDate', () => {
  it('takes a real day', () => {
    expect(isoDate('2026-11-14', '')).toEqual({ ok: true, value: '2026-11-14' });
  });
  it.each(['14.11.2026', '2026-13-01', '2026-1-1', 'today'])('refuses "%s"', (text) => {
    expect(isoDate(text, '')).toMatchObject({ ok: false, error: { code: 'BAD_DATE' } });
  });
});
